import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { codeAt } from '../../src/people/totp.js';
import { mailsOf } from '../stories/support/events.js';
import { streetLight } from '../world/complaints.js';
import { axeFaults, desk, faultsOf, isTooWide, Person, phone } from './support/browser.js';
import { browser, stories, world } from './support/stage.js';

stories('administration', () => {
  let admin: Person;
  let page: Page;

  beforeEach(async () => {
    admin = await Person.staff(browser, world, 'quan.tri');
    ({ page } = admin);
  });

  const mailTo = async (address: string) => {
    await world.deliver();
    return (await mailsOf(world)).findLast(({ to }) => to === address)?.text ?? '';
  };

  it('makes a supervisor, who sets a password by the mailed link and a second factor before any work', async () => {
    await page.goto('/admin/people');
    await page.getByRole('button', { name: 'Thêm người' }).click();
    await page.locator('#new-login').fill('giam.sat');
    await page.getByLabel('Họ tên').fill('Phạm Thu Hà');
    await page.getByLabel('Thư điện tử công vụ').fill('ha@x.example');
    await page.locator('#new-role').selectOption('supervisor');
    await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
    // The login is taken: what was typed stays.
    await page.getByRole('link', { name: 'Tên đăng nhập đã có.' }).waitFor();
    await page.locator('#new-login').fill('thu.ha');
    await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
    await page.getByRole('heading', { name: 'Phạm Thu Hà' }).waitFor();

    const link = /https?:\S+(\/reset#\S+)/.exec(await mailTo('ha@x.example'))?.[1] ?? '';
    const ha = await Person.with(browser, world, { viewport: phone });
    await ha.page.goto(link);
    await ha.page.getByLabel('Mật khẩu mới').fill('trâu đi qua cầu khỉ');
    await ha.page.getByRole('button', { name: 'Lưu' }).click();
    await ha.page.getByRole('link', { name: 'Đăng nhập' }).click();
    await ha.page.getByLabel('Tên đăng nhập').fill('thu.ha');
    await ha.page.getByLabel('Mật khẩu').fill('trâu đi qua cầu khỉ');
    await ha.page.getByRole('button', { name: 'Đăng nhập' }).click();

    await ha.page.waitForURL('**/account');
    await ha.page.getByText('Cần xác thực hai lớp trước khi làm việc').waitFor();
    await ha.page.goto('/console');
    await ha.page.waitForURL('**/account');
    expect(await axeFaults(ha.page)).toEqual([]);
    await ha.page.getByLabel('Mật khẩu hiện tại').fill('trâu đi qua cầu khỉ');
    await ha.page.getByRole('button', { name: 'Tiếp tục' }).click();
    const secret = (await ha.page.getByTestId('secret').textContent())?.trim() ?? '';
    await ha.page.getByRole('img', { name: /Mã QR/ }).waitFor();
    expect(await axeFaults(ha.page)).toEqual([]);
    expect(await isTooWide(ha.page)).toBe(false);
    await ha.page.getByLabel('Mã sáu số').fill('000000');
    await ha.page.getByRole('button', { name: 'Xác nhận' }).click();
    await ha.page.getByRole('alert').filter({ hasText: 'Mã' }).waitFor();
    await ha.page.getByLabel('Mã sáu số').fill(codeAt(secret, world.time.now()));
    await ha.page.getByRole('button', { name: 'Xác nhận' }).click();
    await ha.page.getByRole('list', { name: 'Mã dự phòng' }).waitFor();
    expect(
      await ha.page.getByRole('list', { name: 'Mã dự phòng' }).getByRole('listitem').count(),
    ).toBe(10);
    expect(await axeFaults(ha.page)).toEqual([]);
    await ha.page.getByLabel('Tôi đã cất các mã này').check();
    await ha.page.getByRole('button', { name: 'Vào làm việc' }).click();
    await ha.page.getByRole('link', { name: 'Đến phần việc của tôi' }).click();
    await ha.page.waitForURL('**/console');
    expect(ha.faults).toEqual([]);

    await page.reload();
    await page.getByText('Bật xác thực hai lớp').waitFor();
    await page.getByText('Đặt mật khẩu bằng đường liên kết').waitFor();
  }, 120_000);

  it('ends an account after a question, and opens it again', async () => {
    const [ha] = await world.behind.query<{ id: string }[]>(
      `select id from staff where login = 'thu.ha'`,
    );
    await page.goto(`/admin/people/${ha?.id}`);
    await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Khóa tài khoản' }).click();
    await page.getByText('Đã khóa tài khoản.').waitFor();
    await page.getByRole('button', { name: 'Mở lại tài khoản' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Mở lại tài khoản' }).click();
    await page.getByText('Đã mở lại tài khoản.').waitFor();
  }, 60_000);

  it('sends a dead letter again', async () => {
    await world.anyone.files(streetLight({ filer: { name: 'An', email: 'an@x.example' } }));
    await world.deliver();
    await world.behind.query(
      `update outbox set state = 'dead', error = 'smtp 550', attempts = 9, sent_at = null where template = 'received'`,
    );
    await page.goto('/admin/letters');
    await page.getByText('smtp 550').waitFor();
    await page
      .getByRole('button', { name: /^Gửi lại .+ số/ })
      .first()
      .click();
    await page.getByText('Không có thư nào không gửi được.').waitFor();
    await world.deliver();
    const [row] = await world.behind.query<{ state: string }[]>(
      `select state from outbox where template = 'received'`,
    );
    expect(row?.state).toBe('sent');
  }, 60_000);

  it('searches the audit', async () => {
    await page.goto('/admin/audit');
    await page.getByLabel('Về', { exact: true }).selectOption('staff');
    await page.getByRole('cell', { name: 'Khóa tài khoản' }).waitFor();
    await page.getByLabel('Về', { exact: true }).selectOption('case');
    await page.getByLabel('Việc', { exact: true }).selectOption('filed');
    await page.getByRole('cell', { name: 'Gửi phản ánh' }).first().waitFor();
    await page.getByLabel('Việc', { exact: true }).selectOption('rated');
    await page.getByText('Không có gì phù hợp.').waitFor();
    expect(admin.faults).toEqual([]);
  }, 60_000);

  const begin = async (kind: string, title: string) => {
    await page.goto('/admin/drafts');
    await page.getByLabel('Loại').first().selectOption(kind);
    await page.getByLabel('Tên dự thảo').fill(title);
    await page.getByRole('button', { name: 'Bắt đầu từ bản đang có' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  };
  const save = async () => {
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await page.getByText('Đã lưu', { exact: true }).waitFor();
  };
  const publish = async (document: string) => {
    await page.getByRole('tab', { name: 'Ban hành' }).click();
    await page.getByLabel('Số văn bản').fill(document);
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await page
      .getByText(/Đã ban hành \(phiên bản 2\)/)
      .first()
      .waitFor();
  };

  it('writes a holiday into a calendar, sees which promises move, and publishes', async () => {
    await world.anyone.files(streetLight());
    await begin('calendars', 'Nghỉ ngày 11/3');
    await page.getByLabel('Năm', { exact: true }).selectOption('2026');
    await page.locator('input[type=date]').fill('2026-03-11');
    await page.getByLabel('Lý do').first().fill('Sự kiện của thành phố');
    await page.getByRole('button', { name: 'Thêm ngày' }).click();
    await page.getByRole('row', { name: /11\/03\/2026/ }).waitFor();
    await save();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('tab', { name: 'So sánh' }).click();
    await page.getByText('office › days › 2026-03-11').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Chạy thử' }).click();
    await page.getByRole('heading', { name: /thời hạn sẽ dời/ }).waitFor();
    expect(await page.getByRole('heading', { name: /thời hạn sẽ dời/ }).textContent()).not.toMatch(
      /^0 /,
    );
    await page.getByRole('table').getByRole('row').nth(1).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await publish('15/QĐ-UBND');
    await page.goto('/admin');
    await page.getByRole('row', { name: /Lịch làm việc.*15\/QĐ-UBND/ }).waitFor();
    await page.getByRole('progressbar').waitFor();
  }, 90_000);

  it('changes a rule, tries it on what was filed, and publishes it; a fault stands at its place', async () => {
    // A period ends before now: what was filed this instant is not in it.
    world.time.advance({ minutes: 5 });
    await begin('rule_set', 'Đèn đường về EVN');
    await page.getByRole('button', { name: 'Thêm quy tắc lên đầu' }).click();
    const first = page.locator('.draft-rule').first();
    await first.locator('summary').click();
    await first.getByLabel('Mã quy tắc').fill('lights-to-evn');
    await first.getByLabel('Lĩnh vực').fill('CS-01');
    await first.getByLabel('Mã hoặc tên').fill('KHONG-CO');
    await first.getByLabel('Mức tin cậy').fill('0.9');
    await first.getByLabel('Vì sao (tiếng Việt)').fill('Thử: đèn về điện lực');
    await first.getByLabel('Vì sao (tiếng Anh)').fill('Trial: lights to the power company');
    await save();
    await page.getByText(/lỗi phải sửa/).waitFor();
    await first.getByText('lỗi', { exact: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await first.getByLabel('Mã hoặc tên').fill('EVNHANOI');
    await save();
    // It stands before the rule for alleys and leaves nothing to it.
    await page.getByText('quy tắc đứng trước đã bao trùm: lights-to-evn').first().waitFor();
    await page.getByRole('tab', { name: 'Ban hành' }).click();
    await page.getByText('Còn lỗi phải sửa, nên chưa ban hành được.').waitFor();
    expect(await page.getByRole('button', { name: 'Ban hành', exact: true }).isDisabled()).toBe(
      true,
    );
    await page.getByRole('tab', { name: 'Soạn' }).click();
    await first.locator('summary').click();
    await first.getByLabel('Có một trong các từ').fill('phố hòa mã');
    await save();
    await page.getByText(/lỗi phải sửa/).waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Chạy thử' }).click();
    await page.getByRole('button', { name: 'Chạy thử' }).click();
    await page.getByText(/Đã xem/).waitFor();
    await page.getByRole('columnheader', { name: 'Sẽ về' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await publish('16/QĐ-UBND');
    const { code } = await world.anyone.files(streetLight());
    const [row] = await world.behind.query<{ lead: string }[]>(
      'select lead from complaint where code = $1',
      [code],
    );
    expect(row?.lead).toBe('EVNHANOI');
  }, 90_000);

  it('keeps what two people write of one draft', async () => {
    await begin('policy', 'Thời hạn mới');
    const id = page.url().split('/').at(-1) ?? '';
    const api = await world.as('quan.tri');
    await page.getByLabel('Chờ người gửi bổ sung').fill('7wd');
    const { version } = (await api.get(`/api/drafts/${id}`)).body as { version: number };
    await api.put(`/api/drafts/${id}`, { title: 'Của người kia' }).set('if-match', `"${version}"`);
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await page.getByText('Người khác vừa sửa dự thảo này.').waitFor();
    expect(await page.getByLabel('Chờ người gửi bổ sung').inputValue()).toBe('7wd');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lưu bản của tôi lên trên' }).click();
    await page.getByText('Đã lưu', { exact: true }).waitFor();
    expect((await api.get(`/api/drafts/${id}`)).body.definition.waiting).toBe('7wd');
    await page.getByRole('tab', { name: 'Chạy thử' }).click();
    await page.getByRole('button', { name: 'Chạy thử' }).click();
    await page.getByText(/Đã xem/).waitFor();
    expect(admin.faults).toEqual([]);
  }, 60_000);

  const pages = ['', '/people', '/drafts', '/letters', '/templates', '/audit'].map(
    (one) => `/admin${one}`,
  );

  it('is clean at each size', async () => {
    const person = await Person.staff(browser, world, 'quan.tri');
    for (const path of [...pages, '/account']) {
      await person.page.goto(path);
      await person.page.getByRole('heading', { level: 1 }).waitFor();
      await person.page.locator('.waiting').first().waitFor({ state: 'detached' });
      expect(await faultsOf(person.page, phone, desk)).toEqual([]);
    }
    expect(person.faults).toEqual([]);
  }, 180_000);
});
