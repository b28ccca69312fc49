import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import request from 'supertest';
import { Receiver } from '../webhooks/receiver.js';
import { World } from '../world/world.js';
import {
  axeFaults,
  desk,
  hasBrowser,
  isTooWide,
  openBrowser,
  Person,
  phone,
} from './support/browser.js';

const stories = hasBrowser ? describe : describe.skip;

stories('keys and webhooks', () => {
  let world: World;
  let browser: Browser;
  let receiver: Receiver;
  let admin: Person;
  let page: Page;

  beforeAll(async () => {
    receiver = await Receiver.start();
    const env = { WEBHOOKS_INSIDE: receiver.origin };
    [world, browser] = await Promise.all([World.start(env), openBrowser()]);
    admin = await Person.staff(browser, world, 'quan.tri', { viewport: desk });
    ({ page } = admin);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    await receiver?.stop();
  });

  const isWell = async () => {
    expect(await axeFaults(page)).toEqual([]);
    for (const viewport of [phone, desk]) {
      await page.setViewportSize(viewport);
      expect(await isTooWide(page)).toBe(false);
    }
  };
  const once = async () => (await page.locator('pre').textContent())?.trim() ?? '';
  const sure = async (name: string) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name }).click();
    await dialog.waitFor({ state: 'hidden' });
  };

  it('makes a key that works, is seen once, and ends when it is revoked', async () => {
    await page.goto('/admin/keys');
    await page.getByRole('button', { name: 'Cấp khóa mới' }).click();
    await page.locator('#key-name').fill('Điều hành');
    await page.locator('#key-organisation').fill('Công ty Chiếu sáng');
    await page.getByLabel('Đọc hồ sơ').check();
    await page.locator('#key-agency').fill('KHONG-CO');
    await page.getByRole('button', { name: 'Cấp khóa', exact: true }).click();
    // The agency is unknown: what was typed stays.
    await page.getByRole('link', { name: 'Không có đơn vị này.' }).waitFor();
    await page.locator('#key-agency').fill('HAPULICO');
    await isWell();
    await page.getByRole('button', { name: 'Cấp khóa', exact: true }).click();
    await page.getByText('Chỉ hiện một lần này').waitFor();
    const key = await once();
    const asked = () => request(world.url).get('/api/cases').set('authorization', `Bearer ${key}`);
    await asked().expect(200);
    await isWell();
    await page.getByRole('button', { name: 'Tôi đã cất giữ' }).click();
    await page.getByRole('heading', { name: 'Điều hành' }).waitFor();
    expect(await page.getByText(key).count()).toBe(0);
    await page.getByRole('button', { name: 'Thu hồi' }).click();
    await sure('Thu hồi');
    await page.getByText('Thu hồi khóa').waitFor();
    await asked().expect(401);
    await isWell();
  });

  it('registers a receiver, tests it, reads the log, pauses and resumes it', async () => {
    await page.goto('/admin/webhooks');
    await page.getByRole('button', { name: 'Đăng ký nơi nhận' }).click();
    await page.locator('#new-name').fill('Điều hành');
    await page.locator('#new-url').fill('http://example.com/hook');
    await page.getByLabel('Báo mọi việc').check();
    await page.getByRole('button', { name: 'Đăng ký', exact: true }).click();
    await page.getByRole('link', { name: 'Phải bắt đầu bằng https://.' }).waitFor();
    await page.locator('#new-url').fill(`${receiver.origin}/hook`);
    await isWell();
    await page.getByRole('button', { name: 'Đăng ký', exact: true }).click();
    await page.getByText('Chỉ hiện một lần này').waitFor();
    const secret = await once();
    await page.getByRole('button', { name: 'Tôi đã cất giữ' }).click();
    await page.getByRole('button', { name: 'Gửi thử' }).click();
    await page.getByText('Tin thử đang được gửi').waitFor();
    receiver.turns = [500];
    await world.deliver();
    await page.getByText('http 500').waitFor();
    await page.getByText('Không nhận từ').first().waitFor();
    world.time.advance({ minutes: 1 });
    await world.deliver();
    await page.getByText('Đã nhận (204)').waitFor();
    const { headers } = receiver.calls.at(-1)!;
    expect(headers['webhook-id']).toBe(receiver.calls[0]?.headers['webhook-id']);
    expect(() => new Webhook(secret)).not.toThrow();
    await isWell();
    await page.getByRole('button', { name: 'Tạm dừng' }).click();
    await sure('Tạm dừng');
    await page.getByRole('button', { name: 'Cho chạy tiếp' }).click();
    await sure('Cho chạy tiếp');
    await page.getByText('Đang chạy tiếp.').waitFor();
    expect(admin.faults).toEqual([]);
  });
});
