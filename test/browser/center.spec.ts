import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { hasBrowser, openBrowser, Person } from './support/browser.js';

const stories = hasBrowser ? describe : describe.skip;

const phone = '0912 345 678';
const operator = 'truc.tong.dai.1';

/** Types as an operator does, and counts the keys. */
class Keys {
  count = 0;

  constructor(private readonly page: Page) {}

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.count += text.length;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i += 1) await this.page.keyboard.press(key);
    this.count += times;
  }
}

stories('a call to the hotline', () => {
  let world: World;
  let browser: Browser;

  beforeAll(async () => {
    [world, browser] = await Promise.all([World.start(), openBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it('goes from the number to the code by keyboard alone', async () => {
    await world.anyone.files(streetLight({ filer: { name: 'Bà Hoa', phone: '+84912345678' } }));
    const { page, faults } = await Person.staff(browser, world, operator);
    await page.goto('/console/call');
    await page.getByLabel('Số điện thoại').waitFor();
    const keys = new Keys(page);
    await keys.type(phone);
    await keys.press('Tab');
    await page.locator('.history-item').waitFor();
    await keys.type('Bà Hoa');
    await keys.press('Tab');
    await keys.type('Đèn đường phố Lò Đúc trước số 40 tắt từ tối qua, tối om.');
    await page.getByText('Gợi ý theo nội dung').waitFor();
    // Over the category, which the words have found.
    await keys.press('Tab', 2);
    await keys.type('40 phố Lò Đúc, phường Hai Bà Trưng');
    await page.getByText('Theo địa chỉ').waitFor();
    await keys.press('Tab', 3);
    await keys.type('hôm qua 19h');
    await keys.press('Tab', 2);
    await keys.type('m');
    await keys.press('Control+Enter');
    await page.getByRole('heading', { name: 'Đã ghi nhận' }).waitFor();
    // At 200 keys a minute, which is slow for who does it all day, within the minute.
    expect(keys.count).toBeLessThan(200);
    expect(faults).toEqual([]);
  });
});
