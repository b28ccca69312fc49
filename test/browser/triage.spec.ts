import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { RepeatRounds } from '../../src/triage/likeness/repeat-rounds.js';
import { StormWatch } from '../../src/triage/incidents/storm-watch.js';
import { settle } from '../incidents/support/desk.js';
import { eventually } from '../platform/temporary.js';
import { keepSignedIn } from '../stories/support/events.js';
import { answer, caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { axeFaults, desk, faultsOf, Person, phone } from './support/browser.js';
import { browser, stories, world } from './support/stage.js';

jest.setTimeout(180_000);

stories('at triage', () => {
  const filed = async (what: Record<string, unknown>) =>
    caseIdOf(world, (await world.anyone.files(what)).code);
  const seen = async (id: string) => (await world.operator()).sees(id);
  const typesOf = async (id: string) => (await seen(id)).timeline.map(({ type }) => type);
  const operator = (options = {}) =>
    Person.staff(browser, world, 'truc.tong.dai.1', { viewport: desk, ...options });
  const told = (page: Page) => page.getByRole('region', { name: 'Việc vừa làm' });

  async function at(page: Page, id: string): Promise<void> {
    await page.goto(`/console/cases/${id}`);
    await page.locator('.case-head').waitFor();
  }

  /** Opens the form of a key; what it does is sent at once. */
  async function does(page: Page, key: string, name: string, fill: () => Promise<void>) {
    await page.keyboard.press(key);
    const form = page.getByRole('form', { name });
    await form.waitFor();
    await fill();
    await form.press('Control+Enter');
    await told(page).getByText(`${name}: sắp gửi`).waitFor();
    await page.keyboard.press('y');
  }

  it('shows what was answered and what is alike nearby, and splits, withdraws and sends on', async () => {
    const lights = streetLight();
    await filed(lights);
    const id = await filed(lights);
    const { page, faults, context } = await operator();
    await at(page, id);
    await page.getByText('Thời điểm phát hiện').waitFor();
    await page.locator('.case-near').first().waitFor();
    await page.getByText('1 phản ánh gần giống').waitFor();

    await does(page, 'd', 'Tách phản ánh', () =>
      page
        .getByLabel('Phản ánh tách ra nói về việc gì')
        .fill('Vỉa hè trước số 30 cũng bị đào, chưa lát lại.'),
    );
    await eventually(async () => (await typesOf(id)).includes('split_off'));

    await (
      await world.operator()
    ).does(id, 'add_part', { agency: 'UBND-00256', task: 'Cho biết ai quản lý cột đèn.' });
    await page.getByText('Rút việc phối hợp').first().waitFor();
    await does(page, 'w', 'Rút việc phối hợp', async () => {
      await page.keyboard.press('ArrowDown');
      await page.getByRole('option', { name: /Hai Bà Trưng.*Cho biết ai/ }).click();
      await page.getByLabel('Vì sao rút').fill('Đã rõ ai quản lý.');
      expect(await axeFaults(page)).toEqual([]);
    });
    await eventually(async () => (await typesOf(id)).includes('part_withdrawn'));

    const other = await filed(unclear());
    await at(page, other);
    const forward = async () => {
      await page.getByLabel('Cơ quan nhận, ngoài thành phố').fill('Bộ Giao thông vận tải');
      await page.getByLabel('Số văn bản').fill('123/TTHT-CV');
      await page.getByLabel('Ngày văn bản').fill('2026-03-10');
      await page.getByLabel('Lời gửi người phản ánh').fill('Việc này thuộc bộ quản lý.');
    };
    await does(page, 'f', 'Chuyển ra ngoài thành phố', forward);
    await eventually(async () => (await seen(other)).status === 'rejected');
    expect((await seen(other)).timeline.at(-1)).toMatchObject({
      type: 'forwarded',
      data: { body: 'Bộ Giao thông vận tải', document: '123/TTHT-CV', date: '2026-03-10' },
    });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('undoes a mark of repeat', async () => {
    const place = { point: { lat: 21.03, lon: 105.84 } };
    const first = await filed(streetLight({ place }));
    const head = await world.head('HAPULICO');
    await head.does(first, 'accept', { officer: await world.officerOf('HAPULICO') });
    await head.does(first, 'answer', answer);
    await (await world.operator()).does(first, 'publish');
    world.time.advance({ days: 10 });
    await keepSignedIn(world);
    const again = await filed(streetLight({ place }));
    const rounds = world.app.get(RepeatRounds, { strict: false });
    await eventually(async () => {
      await rounds.round();
      return (await seen(again)).repeatOf !== null;
    });
    const { page, context } = await operator();
    await at(page, first);
    expect(await page.getByRole('button', { name: 'Không phải tái diễn' }).count()).toBe(0);
    await at(page, again);
    await does(page, 'v', 'Không phải tái diễn', () =>
      page.getByLabel('Vì sao không phải tái diễn').fill('Cột khác, hỏng vì lý do khác.'),
    );
    await eventually(async () => (await seen(again)).repeatOf === null);
    await context.close();
  });

  it('proposes a storm above the queue, and lets an operator make, change and answer the incident', async () => {
    const outage = (near: number) => ({
      category: 'DIEN-01',
      text: 'Cả khu mất điện từ sáng, xin cho biết khi nào có lại.',
      place: { point: { lat: 21.0652 + near / 2000, lon: 105.8045 } },
      answers: { seen_at: world.time.now().toISOString(), extent: 'area' },
      filer: { name: 'An', email: `storm${near}@storm.example` },
    });
    const ids: string[] = [];
    for (let near = 0; near < 7; near += 1) ids.push(await filed(outage(near)));
    const watch = world.app.get(StormWatch, { strict: false });
    expect(await watch.look()).toBe(1);
    const { page, faults, context } = await operator();
    await page.goto('/console');
    await page.getByText('7 phản ánh dồn dập').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Xem, quyết định' }).click();
    await page.getByRole('heading', { name: 'Có phải một sự vụ không?' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('heading', { name: '7 phản ánh trong sự vụ' }).waitFor();
    await page.getByLabel('Tên sự vụ').fill('Mất điện diện rộng phía bắc');
    await page.getByRole('button', { name: 'Xác nhận là một sự vụ' }).click();
    await page.getByRole('heading', { name: 'Tên và lời báo' }).waitFor();
    await settle(world);
    await page.getByRole('heading', { name: '7 phản ánh trong sự vụ' }).waitFor();

    await page.getByLabel('Tên sự vụ').fill('Mất điện quanh Hồ Tây');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('heading', { name: 'Mất điện quanh Hồ Tây' }).waitFor();
    const members = page.getByRole('region', { name: /phản ánh trong sự vụ/ });
    await members.getByRole('checkbox').last().check();
    await page.getByRole('button', { name: 'Tách khỏi sự vụ' }).click();
    await page.getByRole('heading', { name: '6 phản ánh trong sự vụ' }).waitFor();
    await page.getByLabel('Tìm theo từ hoặc mã').fill((await seen(ids.at(-1) ?? '')).code ?? '');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByRole('button', { name: 'Thêm', exact: true }).click();
    await page.getByRole('heading', { name: '7 phản ánh trong sự vụ' }).waitFor();
    expect(await faultsOf(page, phone, desk)).toEqual([]);

    // Answered by the agency, published by the center: once, for all.
    const [main = ''] = ids;
    const lead = (await seen(main)).lead ?? '';
    const head = await world.head(lead);
    await head.does(main, 'accept', { officer: await world.officerOf(lead) });
    await head.does(main, 'answer', answer);
    await page.getByRole('button', { name: 'Duyệt, gửi kết quả cho 7 phản ánh' }).click();
    await eventually(async () => (await seen(main)).status === 'resolved');
    await settle(world);
    expect((await seen(ids[3] ?? '')).status).toBe('resolved');
    await page.getByRole('link', { name: 'Các sự vụ' }).click();
    await page.getByText('Không có sự vụ nào đang mở.').waitFor();
    await page.getByRole('link', { name: 'Tất cả' }).click();
    await page.getByText('Đã có kết quả').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
