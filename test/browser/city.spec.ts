import { beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Lives, type Lived } from '../reports/support/lives.js';
import { axeFaults, desk, faultsOf, Person, phone } from './support/browser.js';
import { browser, stories, world } from './support/stage.js';

/** All that has happened. */
const whole = 'from=2026-03-10&to=2026-04-08';

stories("the city's pages", () => {
  let lived: Record<string, Lived>;

  beforeAll(async () => {
    lived = await Lives.tell(world);
  }, 180_000);

  async function looking(login = 'lanh.dao', options?: Parameters<Browser['newContext']>[0]) {
    const person = await Person.staff(browser, world, login, options);
    await person.page.goto(`/city?${whole}`);
    await person.page.locator('[data-figure=received]').waitFor();
    return person;
  }

  const shownCases = (page: Page) => page.locator('.case-rows > li').count();

  it('open from each figure exactly the cases behind it', async () => {
    const { page, faults } = await looking();
    const cards = ['received', 'resolved', 'late_now', 'open_now', 'broken', 'returned'];
    const figures = new Map<string, number>();
    for (const name of cards)
      figures.set(
        name,
        Number.parseInt(
          (await page.locator(`[data-figure=${name}] .value a`).textContent()) ?? '',
          10,
        ),
      );
    expect(Object.fromEntries(figures)).toMatchObject({ received: 12, late_now: 5, broken: 6 });
    for (const [name, value] of figures) {
      await page.locator(`[data-figure=${name}] .value a`).click();
      await page.locator(`[data-count='${value}']`).waitFor();
      expect([name, await shownCases(page)]).toEqual([name, value]);
      await page.getByRole('link', { name: 'Quay lại' }).click();
      await page.locator('[data-figure=received]').waitFor();
    }
    const share = page.locator('[data-figure=kept]');
    expect(await share.textContent()).toContain('5 trên 11');
    // The address keeps the days: who gets it sees the same.
    expect(page.url()).toContain('from=2026-03-10');
    expect(faults).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('rank agencies among their like, and say who has too few cases', async () => {
    const { page } = await looking();
    const table = page.getByRole('table', { name: 'Đơn vị dịch vụ hạ tầng' });
    const row = (agency: string) => table.locator(`[data-agency=${agency}]`);
    await row('HAPULICO').waitFor();
    expect(await row('HAPULICO').getByRole('cell').first().textContent()).toBe('1');
    expect(await row('EVNHANOI').getByRole('cell').first().textContent()).toBe('Ít việc');
    expect(await row('HAPULICO').textContent()).toContain('5 trên 9');
    expect(await table.locator('[data-agency=TTHT]').count()).toBe(0);
    await row('HAPULICO').getByRole('link', { name: '5 trên 9' }).click();
    await page.locator("[data-count='5']").waitFor();
    expect(await page.getByText('Công ty Chiếu sáng').first().isVisible()).toBe(true);
    await page.context().close();
  }, 60_000);

  it('show where on a map and in a table, whose numbers open their cases', async () => {
    const { page } = await looking();
    const table = page.getByRole('table', { name: 'Số liệu theo xã, phường' });
    await table.getByRole('row').nth(2).waitFor();
    const fullest = page.locator('.heat[data-step="5"]');
    await fullest.waitFor();
    expect(await fullest.evaluate((path) => getComputedStyle(path).fill)).toContain('#heat-5');
    expect(await table.locator('[data-ward="00070"]').textContent()).toMatch(/Hoàn Kiếm7225/);
    expect(await page.getByRole('list', { name: /Chú giải/ }).textContent()).toContain('4–5');
    await page.getByRole('button', { name: 'Đang trễ hạn' }).click();
    await page.locator('.heat[data-step="3"], .heat[data-step="2"]').first().waitFor();
    await table.locator('[data-ward="00256"]').getByRole('link').nth(2).focus();
    await page.keyboard.press('Enter');
    await page.locator("[data-count='3']").waitFor();
    expect(await page.getByText('Phường Hai Bà Trưng').first().isVisible()).toBe(true);
    await page.context().close();
  }, 60_000);

  it('let the leader urge from the late list, and keep what was typed when a case has moved on', async () => {
    const { page, faults } = await looking('lanh.dao', { viewport: phone });
    await page.goto('/city/cases?figure=late_now');
    const row = page.locator('.case-rows > li', {
      has: page.locator(`a[href$="${lived['fourth']?.id}"]`),
    });
    await row.getByRole('button', { name: 'Đôn đốc' }).click();
    const text = page.getByLabel('Nội dung đôn đốc');
    await text.fill('Báo cáo trước 17 giờ hôm nay.');
    const operator = await world.operator();
    await page.route('**/urge', (route) =>
      route.continue({ headers: { ...route.request().headers(), 'if-match': '"1"' } }),
    );
    await page.getByRole('button', { name: 'Gửi đôn đốc' }).click();
    await page.getByText('Hồ sơ vừa thay đổi').waitFor();
    expect(await text.inputValue()).toBe('Báo cáo trước 17 giờ hôm nay.');
    expect(await axeFaults(page)).toEqual([]);
    await page.unroute('**/urge');
    await page.getByRole('button', { name: 'Gửi đôn đốc' }).click();
    await page.getByText(/Đã đôn đốc Công ty Chiếu sáng/).waitFor();
    const { urgings } = await operator.sees(lived['fourth']?.id ?? '');
    expect(urgings.at(-1)).toMatchObject({ by: 'leader' });
    expect(faults).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('give who observes the figures and no letter to write', async () => {
    const { page } = await looking('quan.sat');
    await page.getByRole('heading', { name: 'Đang trễ hạn', level: 2 }).waitFor();
    await page.goto(`/city/cases/${lived['fourth']?.id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: 'Đôn đốc' }).count()).toBe(0);
    await page.goto('/city/cases?figure=late_now');
    await page.locator('.case-rows > li').first().waitFor();
    expect(await page.getByRole('button', { name: 'Đôn đốc' }).count()).toBe(0);
    expect(await page.getByText('Mở danh tính').count()).toBe(0);
    await page.context().close();
  }, 60_000);

  it('follow what happens, calmly, and say when they no longer can', async () => {
    const { page, context } = await looking('giam.sat');
    const received = page.locator('[data-figure=received] .value a');
    await page.getByText('Trực tiếp').waitFor();
    const before = Number.parseInt((await received.textContent()) ?? '', 10);
    await world.anyone.files({ text: 'Ổ gà lớn giữa phố, xe máy ngã.', place: { ward: '00070' } });
    await page.locator('[data-figure=received] .value a', { hasText: `${before + 1}` }).waitFor();
    await context.setOffline(true);
    await page.getByText(/số liệu có thể đã cũ/).waitFor({ timeout: 40_000 });
    await context.close();
  }, 60_000);

  it('print: tables are whole, what only a screen can do is gone', async () => {
    const { page } = await looking();
    await page.locator('[data-agency=HAPULICO]').waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.frame', '.periods', '.csv', '.definition'])
      expect([gone, await page.locator(gone).first().isVisible()]).toEqual([gone, false]);
    expect(await page.getByText('Cách tính').first().isVisible()).toBe(false);
    expect(await page.locator('.only-print').first().isVisible()).toBe(true);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
    await page.context().close();
  }, 60_000);

  it.each([{ ...phone, width: 320 }, phone, desk])(
    'are without fault and no wider than the screen at %p',
    async (viewport) => {
      const { page, faults, context } = await looking('lanh.dao', { viewport });
      await page.locator('.heat').first().waitFor();
      await page.getByRole('table', { name: 'Theo lĩnh vực' }).waitFor();
      for (const path of ['', '/cases?figure=late_now', `/cases/${lived['late']?.id}`]) {
        if (path !== '') {
          await page.goto(`/city${path}`);
          await page.locator('.case-row-head').first().waitFor();
        }
        expect(await faultsOf(page)).toEqual([]);
      }
      expect(faults).toEqual([]);
      await context.close();
    },
    180_000,
  );
});
