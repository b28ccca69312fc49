import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { World } from '../world/world.js';
import { hasBrowser, openBrowser, Person, phone } from './support/browser.js';

const stories = hasBrowser ? describe : describe.skip;

const light = 'Đèn đường phố Hòa Mã trước số 20 không sáng ba tối nay.';
const shots = process.env['SHOTS'];

stories('filing', () => {
  let world: World;
  let browser: Browser;

  beforeAll(async () => {
    [world, browser] = await Promise.all([World.start({ FILING_PROOF: 'on' }), openBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  const shot = async (page: Page, name: string) => {
    if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };

  it('works without script, from the first word to the receipt', async () => {
    const { page } = await Person.with(browser, world, {
      viewport: phone,
      javaScriptEnabled: false,
    });
    await page.goto('/file');
    await page.getByLabel('Điều gì đang xảy ra?').fill('ngắn');
    await shot(page, 'say');
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Xin viết rõ hơn');
    await shot(page, 'say-wrong');
    await page.getByLabel('Điều gì đang xảy ra?').fill(light);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await shot(page, 'place');
    await page.getByLabel('Đèn đường hỏng, không sáng').check();
    await page.getByLabel('Địa chỉ hoặc mô tả chỗ đó').fill('20 phố Hòa Mã');
    await page.getByLabel('Phường, xã').selectOption({ label: 'Phường Hai Bà Trưng' });
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await shot(page, 'send');
    await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
    await shot(page, 'send-wrong');
    await page.getByLabel('Thời điểm phát hiện').fill('2026-03-09T19:40');
    await page.getByLabel('Vài đèn').check();
    await page.getByLabel('Thư điện tử').fill('an@example.org');
    await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
    await page.waitForURL('**/file/receipt/*');
    await shot(page, 'receipt');
    const code = await page.locator('.code').textContent();
    const tracked = await world.anyone.tracks(code ?? '');
    expect(tracked.category?.vi).toBe('Đèn đường hỏng, không sáng');
  });
});
