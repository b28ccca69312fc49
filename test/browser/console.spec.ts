import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { eventually } from '../platform/temporary.js';
import { desk, hasBrowser, openBrowser, Person } from './support/browser.js';

jest.setTimeout(120_000);

const stories = hasBrowser ? describe : describe.skip;

stories('the console', () => {
  let world: World;
  let browser: Browser;

  beforeAll(async () => {
    [world, browser] = await Promise.all([World.start(), openBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  const filed = async (what: Record<string, unknown> = unclear()) =>
    caseIdOf(world, (await world.anyone.files(what)).code);
  const seen = async (id: string) => (await world.operator()).sees(id);
  const operator = (options = {}, login = 'truc.tong.dai.1') =>
    Person.staff(browser, world, login, { viewport: desk, ...options });
  const rows = (page: Page) => page.getByRole('grid').locator('[role=row][data-index]');
  const told = (page: Page) => page.getByRole('region', { name: 'Việc vừa làm' });

  async function atQueue(page: Page, query = ''): Promise<void> {
    await page.goto(`/console${query}`);
    await rows(page).first().waitFor();
    await page.getByText('Trực tiếp').waitFor();
  }

  it('is worked with the keyboard alone: open, classify, assign, undo, reject by a template', async () => {
    const id = await filed();
    const { page, faults, context } = await operator();
    const press = (key: string) => page.keyboard.press(key);
    await atQueue(page);
    await press('g');
    await press('t');
    await page.waitForURL(/queue=triage/);
    await rows(page).first().waitFor();
    await press('j');
    await page.locator('[data-active]').waitFor();
    await press('Enter');
    await page.waitForURL(`**/console/cases/${id}`);
    await press('c');
    const classify = page.getByRole('form', { name: 'Phân loại' });
    await classify.waitFor();
    await page.keyboard.type('Đèn đường hỏng');
    await page.getByRole('option', { name: 'Đèn đường hỏng' }).waitFor();
    await press('ArrowDown');
    await press('Enter');
    await press('Control+Enter');
    await told(page).getByText('Phân loại: sắp gửi').waitFor();
    expect((await seen(id)).category).toBeNull();
    await press('y');
    await eventually(async () => (await seen(id)).category === 'CS-01');

    await press('a');
    const assign = page.getByRole('form', { name: 'Phân công' });
    await assign.getByText('Quy tắc đề xuất, tin cậy').waitFor();
    await press('Control+Enter');
    await told(page).getByText('Phân công: sắp gửi').waitFor();
    await page.locator('.case-head').getByText('Đã phân công').waitFor();
    await press('z');
    await page.locator('.case-head').getByText('Mới tiếp nhận').waitFor();
    expect((await seen(id)).status).toBe('new');

    await press('x');
    await page.getByRole('form', { name: 'Không tiếp nhận' }).waitFor();
    await press('ArrowDown');
    await page.getByRole('option', { name: 'Chưa đủ thông tin để xử lý' }).waitFor();
    await page.keyboard.type('Chưa đủ');
    await press('Control+Enter');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows a list of thousands with few rows, and goes down in it', async () => {
    const id = await filed(streetLight());
    await world.behind.query(
      `with made as (
         insert into complaint select (jsonb_populate_record(c, jsonb_build_object(
           'id', gen_random_uuid(), 'code', 'MANY' || n, 'due_at', c.due_at + n * interval '1 minute'))).*
         from complaint c, generate_series(1, 2500) n where c.id = $1 returning id)
       insert into clock select (jsonb_populate_record(k, jsonb_build_object('complaint_id', made.id))).*
         from made, clock k where k.complaint_id = $1 and k.kind = 'resolution'`,
      [id],
    );
    const { page, faults, context } = await operator();
    await atQueue(page);
    const list = page.getByRole('grid');
    for (let page_ = 0; page_ < 4; page_ += 1) {
      const before = await list.evaluate((element) => element.scrollHeight);
      await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      await eventually(
        async () => (await list.evaluate((element) => element.scrollHeight)) > before,
      );
    }
    expect(await rows(page).count()).toBeLessThan(40);
    const counts = page.getByRole('navigation', { name: 'Hàng chờ' });
    await counts.getByText('999+').waitFor();
    expect(faults).toEqual([]);
    await context.close();
    await world.behind.query(
      `with gone as (select id from complaint where code like 'MANY%')
       delete from clock where complaint_id in (select id from gone)`,
    );
    await world.behind.query(`delete from complaint where code like 'MANY%'`);
  });
});
