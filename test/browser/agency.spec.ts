import { expect, it, jest } from '@jest/globals';
import { answer, caseIdOf, streetLight } from '../world/complaints.js';
import { keepSignedIn } from '../stories/support/events.js';
import { axeFaults, desk, faultsOf, isTooWide, Person, phone } from './support/browser.js';
import { browser, stories, world } from './support/stage.js';
import { files, said, smallTargets, touch, words } from './support/touch.js';

const HEAD = 'hapulico.thu.truong';
const OFFICER = 'hapulico.can.bo';
const POWER = 'evn.thu.truong';

jest.setTimeout(180_000);
stories('the pages of an agency', () => {
  const idOf = async (login: string) => {
    const [row] = await world.behind.query<{ id: string }[]>(
      'select id from staff where login = $1',
      [login],
    );
    return row?.id ?? '';
  };
  const filed = async (changes: Record<string, unknown> = {}) => {
    const { code } = await world.anyone.files(streetLight(changes));
    return { code, id: await caseIdOf(world, code) };
  };
  const inHand = async () => {
    const one = await filed();
    await (await world.as(HEAD)).does(one.id, 'accept', { officer: await idOf(OFFICER) });
    return one;
  };
  const eventsOf = async (id: string, type: string) =>
    (await (await world.operator()).sees(id)).timeline.filter((one) => one.type === type);

  it('let a head accept by touch, and an officer answer with photos that the filer gets', async () => {
    const { id, code } = await filed({ filer: { name: 'An', phone: '0900000001' } });
    const head = await Person.staff(browser, world, HEAD, touch);
    await head.page.goto('/agency');
    await head.page.locator('#s-accept').getByRole('link').first().tap();
    expect(await head.page.getByRole('link', { name: 'Chỉ đường' }).getAttribute('href')).toBe(
      'geo:21.0152,105.8545?q=21.0152,105.8545',
    );
    await head.page.getByRole('link', { name: 'Nhận việc, giao cán bộ' }).tap();
    await head.page.getByRole('radio', { name: /Bùi Thị Mai/ }).tap();
    await head.page.getByRole('button', { name: 'Nhận việc' }).tap();
    await said(head.page, 'Đã nhận việc.');

    const officer = await Person.staff(browser, world, OFFICER, touch);
    const { page } = officer;
    await page.goto(`/case/${id}`);
    await page.getByRole('link', { name: 'Trả lời kết quả' }).tap();
    await page.getByLabel('Kết quả xác minh').fill('Đúng như phản ánh: bốn bóng hỏng.');
    await page.getByRole('button', { name: 'Gửi trung tâm duyệt' }).tap();
    await page.getByRole('link', { name: /Đã làm gì: cần ít nhất/ }).waitFor();
    await page.getByLabel('Đã làm gì').fill('Đã thay bốn bóng lúc 15 giờ.');
    await page.locator('[data-photos=camera]').setInputFiles(files(1));
    await page.getByAltText('Ảnh 1').waitFor();
    await page.locator('[data-photos=camera]').setInputFiles(files(2));
    await page.getByAltText('Ảnh 2').waitFor();
    await page.getByRole('button', { name: 'Gửi trung tâm duyệt' }).tap();
    await said(page, 'Đã gửi kết quả cho trung tâm duyệt.');

    const operator = await world.operator();
    const { attachments } = await operator.sees(id);
    expect(attachments).toHaveLength(2);
    const [answered, ...more] = await eventsOf(id, 'answered');
    expect(more).toEqual([]);
    expect(answered?.data['evidence']).toEqual(attachments.map((one) => one.id));
    await operator.does(id, 'publish');
    expect((await world.anyone.tracks(code)).answer?.done).toContain('thay bốn bóng');
    // What the others do comes to this page by itself.
    await page.getByText('Đã giải quyết').first().waitFor();
    // Photos of the answer stand with it, not among what the filer sent.
    expect(await page.locator('.case-lead img').count()).toBe(0);
    expect([...head.faults, ...officer.faults]).toEqual([]);
  });

  it('return with a ground, ask for more time, and answer an urging', async () => {
    const [back, slow, urged] = [await filed(), await inHand(), await inHand()];
    const supervisor = await world.supervisor();
    await supervisor.does(urged.id, 'urge', { text: 'Đề nghị báo cáo tiến độ.' });
    const { page, faults } = await Person.staff(browser, world, HEAD, touch);

    await page.goto(`/agency/cases/${back.id}`);
    await page.getByRole('button', { name: 'Việc khác' }).tap();
    await page.getByRole('link', { name: /Trả lại trung tâm/ }).tap();
    await page.getByText(/còn 2 lần/).waitFor();
    await page.getByRole('radio', { name: 'Không thuộc thẩm quyền' }).tap();
    await page.getByLabel('Đơn vị nên nhận').selectOption('EVNHANOI');
    await words(page).fill('Trạm biến áp của điện lực, không phải đèn.');
    await page.getByRole('button', { name: 'Trả lại' }).tap();
    await said(page, 'Đã trả lại trung tâm.');
    const [returned] = await eventsOf(back.id, 'returned');
    expect(returned?.data).toMatchObject({ ground: 'not_competent', proposed: 'EVNHANOI' });

    await page.goto(`/agency/cases/${slow.id}/ask_extension`);
    await page.getByText(/Đã gia hạn 0 trên/).waitFor();
    await page.getByRole('radio').first().tap();
    await words(page).fill('Phải đặt bóng đúng loại, hai ngày mới có.');
    await page.getByRole('button', { name: 'Gửi đề nghị' }).tap();
    await said(page, 'Đã gửi đề nghị gia hạn.');
    expect((await supervisor.sees(slow.id)).extension?.agency).toBe('HAPULICO');

    await page.goto('/agency/unit');
    await page.getByRole('link', { name: /Đôn đốc lần 1/ }).tap();
    await page.getByText('Đề nghị báo cáo tiến độ.').waitFor();
    await words(page).fill('Đã khảo sát, chiều nay thay bóng.');
    await page.getByRole('button', { name: 'Gửi trả lời' }).tap();
    await said(page, 'Đã trả lời đôn đốc.');
    expect((await supervisor.sees(urged.id)).urgings[0]).toMatchObject({
      answer: 'Đã khảo sát, chiều nay thay bóng.',
      open: false,
    });
    expect(faults).toEqual([]);
  });

  it('let a supporting agency answer its part, and show another agency nothing at all', async () => {
    const [shared, other] = [await inHand(), await inHand()];
    const lamps = await world.as(HEAD);
    await lamps.does(shared.id, 'add_part', { agency: 'EVNHANOI', task: 'Cắt điện tuyến phố.' });
    const { page } = await Person.staff(browser, world, POWER, touch);
    await page.goto('/agency');
    await page.locator('#s-part').getByRole('link').first().tap();
    await page.getByRole('link', { name: 'Nhận việc phối hợp' }).tap();
    await page.getByRole('radio').first().tap();
    await page.getByRole('button', { name: 'Nhận việc phối hợp' }).tap();
    await page.getByRole('link', { name: 'Trả lời việc phối hợp' }).tap();
    await page.getByText('Cắt điện tuyến phố.').first().waitFor();
    await words(page).fill('Đã cắt điện từ 8 giờ đến 10 giờ.');
    await page.getByRole('button', { name: 'Gửi trả lời' }).tap();
    await said(page, 'Đã trả lời việc phối hợp.');
    const part = (await lamps.sees(shared.id)).parts.find(({ agency }) => agency === 'EVNHANOI');
    expect(part).toMatchObject({ status: 'answered', answer: 'Đã cắt điện từ 8 giờ đến 10 giờ.' });
    await page.goto(`/agency/cases/${other.id}`);
    await page.getByRole('heading', { name: 'Không có hồ sơ này' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('keep what is typed through a reload and a cut line, and send it once', async () => {
    const { id } = await inHand();
    const { page, context } = await Person.staff(browser, world, OFFICER, touch);
    await page.goto(`/agency/cases/${id}/answer`);
    await page.getByLabel('Kết quả xác minh').fill(answer.finding);
    await page.locator('[data-photos=camera]').setInputFiles(files(3));
    await page.getByAltText('Ảnh 1').waitFor();
    await page.getByLabel('Đã làm gì').fill(answer.done);
    await page.getByText(/Đã giữ nháp/).waitFor();
    await page.reload();
    await page.getByAltText('Ảnh 1').waitFor();
    expect(await page.getByLabel('Đã làm gì').inputValue()).toBe(answer.done);

    await context.setOffline(true);
    await page.getByRole('button', { name: 'Gửi trung tâm duyệt' }).tap();
    await page.getByText('Mất mạng, chưa gửi được').waitFor();
    expect(await page.getByLabel('Kết quả xác minh').inputValue()).toBe(answer.finding);
    expect(await axeFaults(page)).toEqual([]);
    // The answer to the first try that arrives is lost on its way back.
    const answerLost = new Promise<void>((resolve) => {
      void page.route(
        `**/api/cases/${id}/answer`,
        async (route) => {
          await route.fetch();
          await route.abort();
          resolve();
        },
        { times: 1 },
      );
    });
    await context.setOffline(false);
    await answerLost;
    await page.getByRole('button', { name: 'Thử lại' }).tap();
    await said(page, 'Đã gửi kết quả cho trung tâm duyệt.');
    expect(await eventsOf(id, 'answered')).toHaveLength(1);
    expect((await (await world.operator()).sees(id)).attachments).toHaveLength(1);
    await page.goto(`/agency/cases/${id}/note`);
    await page.goto(`/agency/cases/${id}/answer`);
    await page.getByText('Hồ sơ đang ở bước khác').waitFor();
    expect(await page.getByLabel('Đã làm gì').inputValue()).toBe('');
  });

  it('show both sides of a conflict, and send once more when asked to', async () => {
    const { id } = await inHand();
    const { page } = await Person.staff(browser, world, OFFICER, touch);
    await page.goto(`/agency/cases/${id}/ask`);
    await words(page).fill('Cột đèn số mấy, bác cho biết với?');
    await (await world.operator()).does(id, 'note', { text: 'Người gửi gọi lại: cột 24.' });
    await page.getByText('Hồ sơ vừa có thay đổi').waitFor();
    await page.getByRole('button', { name: 'Gửi câu hỏi' }).tap();
    await page.getByText('Hồ sơ đã thay đổi trong lúc bạn viết').waitFor();
    await page.getByText('Người gửi gọi lại: cột 24.').waitFor();
    expect(await words(page).inputValue()).toContain('Cột đèn số mấy');
    expect(await eventsOf(id, 'question_asked')).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Vẫn gửi' }).tap();
    await said(page, 'Đã gửi câu hỏi.');
    expect(await eventsOf(id, 'question_asked')).toHaveLength(1);
  });

  it('hand a case over, note what only staff see, open who filed, and begin from a template', async () => {
    const one = await filed({ filer: { name: 'Bà Hoa', phone: '0912345678' } });
    const head = await world.as(HEAD);
    await head.does(one.id, 'accept', { officer: await idOf(HEAD) });
    const { page, faults } = await Person.staff(browser, world, HEAD, touch);
    const at = (action: string) => page.goto(`/agency/cases/${one.id}/${action}`);
    await at('note');
    await words(page).fill('Đã hỏi tổ dân phố, chưa rõ cột nào.');
    await page.getByRole('button', { name: 'Lưu ghi chú' }).tap();
    await said(page, 'Đã lưu ghi chú.');
    await page.getByText('Đã hỏi tổ dân phố').first().waitFor();
    expect(JSON.stringify(await world.anyone.tracks(one.code))).not.toContain('tổ dân phố');

    await at('reveal');
    await page.getByLabel(/^Vì sao cần biết/).fill('Gọi hỏi cột đèn nào, ở đâu.');
    await page.getByRole('button', { name: /^Mở danh tính/ }).tap();
    await page.getByText('0912345678').first().waitFor();
    expect(await eventsOf(one.id, 'identity_revealed')).toHaveLength(1);

    await at('ask');
    await page.getByLabel('Mẫu trả lời').selectOption({ index: 1 });
    const question = words(page);
    expect((await question.inputValue()).length).toBeGreaterThan(20);
    await question.fill('');

    await at('hand_over');
    await page.getByRole('radio', { name: /Bùi Thị Mai/ }).tap();
    await words(page).fill('Tuyến của em phụ trách.');
    await page.getByRole('button', { name: /^Bàn giao/ }).tap();
    await said(page, 'Đã bàn giao.');
    const seen = await (await world.operator()).sees(one.id);
    expect(seen.officer).toBe(await idOf(OFFICER));
    expect(faults).toEqual([]);
  });

  it('let somebody act in the place of the head, and say so all the while', async () => {
    const { id } = await filed();
    const head = await Person.staff(browser, world, HEAD, touch);
    await head.page.goto('/agency/duty');
    await head.page.getByLabel('Người trực thay').selectOption({ label: 'Bùi Thị Mai' });
    await head.page.getByLabel(/^Đến/).fill('2026-03-11T17:00');
    await head.page.getByRole('button', { name: 'Phân công' }).tap();
    await said(head.page, 'Đã phân công.');
    const { page } = await Person.staff(browser, world, OFFICER, touch);
    await page.goto('/agency');
    await page.getByRole('button', { name: /Làm thay Vũ Đình Nam/ }).tap();
    await said(page, 'Đang làm thay Vũ Đình Nam');
    await page.goto(`/agency/cases/${id}/accept`);
    await page.getByRole('radio', { name: /Bùi Thị Mai/ }).tap();
    await page.getByRole('button', { name: 'Nhận việc' }).tap();
    await said(page, 'Đã nhận việc.');
    const [accepted] = await eventsOf(id, 'accepted');
    expect(accepted?.actor).toMatchObject({ name: 'Bùi Thị Mai', actingFor: 'Vũ Đình Nam' });
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Thôi làm thay' }).tap();
    await page.getByRole('button', { name: /Làm thay Vũ Đình Nam/ }).waitFor();
    await head.page.getByRole('button', { name: 'Kết thúc ngay' }).tap();
    await head.page.getByText('Không ai đang trực thay ai.').waitFor();
  });

  it('do not move a list that is read: what is new waits to be shown', async () => {
    await filed();
    const { page } = await Person.staff(browser, world, HEAD, touch);
    await page.goto('/agency');
    const rows = page.locator('#s-accept').getByRole('link');
    await rows.first().waitFor();
    const before = await rows.count();
    await page.getByText('Trực tiếp').waitFor();
    await filed();
    const news = page.getByRole('button', { name: /Có 1 thay đổi/ });
    await news.waitFor();
    expect(await rows.count()).toBe(before);
    await news.tap();
    await rows.nth(before).waitFor();
  });

  it.each([phone, desk])('have no fault at %p, light or dark', async (viewport) => {
    const [waiting, open] = [await filed(), await inHand()];
    const { page, faults } = await Person.staff(browser, world, HEAD, { viewport });
    const wrong: string[] = [];
    const look = async (path: string, ready: string) => {
      await page.goto(`/agency${path}`);
      await page.getByText(ready).first().waitFor();
      wrong.push(...(await faultsOf(page)));
      if (viewport === phone)
        wrong.push(...(await smallTargets(page)).map((one) => `${path} ${one}`));
    };
    await look('', 'Chờ nhận');
    await look(`/cases/${waiting.id}`, 'Chỉ đường');
    await page.getByRole('button', { name: 'Việc khác' }).click();
    await page.getByRole('link', { name: /Trả lại trung tâm/ }).waitFor();
    wrong.push(...(await axeFaults(page)).map((one) => `others ${one}`));
    await look(`/cases/${waiting.id}/accept`, 'Bùi Thị Mai');
    await look(`/cases/${waiting.id}/return`, 'Không thuộc địa bàn');
    await page.getByRole('button', { name: 'Trả lại', exact: true }).click();
    await page.getByText('Cần sửa trước khi gửi').waitFor();
    wrong.push(...(await axeFaults(page)).map((one) => `return faults ${one}`));
    await look(`/cases/${open.id}/answer`, 'Đã làm gì');
    await look('/unit', 'Từng cán bộ');
    await look('/duty', 'Phân công trực thay');
    await look('/leave', 'Ai nhận việc');
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of ['', '/unit', '/duty', `/cases/${open.id}`, `/cases/${open.id}/answer`]) {
      await page.goto(`/agency${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect([path, await isTooWide(page)]).toEqual([path, false]);
    }
    expect(wrong).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('count by person what is open, late and answered in time', async () => {
    const head = await world.as(HEAD);
    const officer = await idOf(OFFICER);
    const standing = async () => {
      const { body } = await head.get('/api/agencies/people').expect(200);
      return (
        body.items as { id: string; open: number; late: number; answered: number; onTime: number }[]
      ).find(({ id }) => id === officer)!;
    };
    const before = await standing();
    const [slow, slower, quick] = [await inHand(), await inHand(), await inHand()];
    await head.does(quick.id, 'answer', answer);
    await head.does(slower.id, 'ask', { text: 'Cột đèn số mấy?' });
    expect(await standing()).toMatchObject({
      open: before.open + 2,
      late: before.late,
      answered: before.answered + 1,
      onTime: before.onTime + 1,
    });
    world.time.set('2026-03-20T09:00:00+07:00');
    await keepSignedIn(world);
    await head.does(slow.id, 'answer', answer);
    const after = await standing();
    const [{ late } = { late: 0 }] = await world.behind.query<{ late: number }[]>(
      `select count(*)::int as late from complaint
       where officer = $1 and status = 'in_progress' and due_at < $2`,
      [officer, world.time.now()],
    );
    expect(after).toMatchObject({
      open: before.open + 1,
      late,
      answered: before.answered + 2,
      onTime: before.onTime + 1,
    });
    const { page } = await Person.staff(browser, world, HEAD, touch);
    await page.goto('/agency/unit');
    const row = page.getByRole('row', { name: /Bùi Thị Mai/ });
    await row.waitFor();
    expect(await row.locator('[data-label="Trễ"]').textContent()).toBe(String(late));
    expect(late).toBeGreaterThan(0);
    expect((await (await world.as(OFFICER)).get('/api/agencies/people')).status).toBe(403);
  });
});
