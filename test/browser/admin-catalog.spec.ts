import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
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

stories('the catalogue of the city', () => {
  let world: World;
  let browser: Browser;
  let admin: Person;
  let page: Page;

  beforeAll(async () => {
    [world, browser] = await Promise.all([World.start(), openBrowser()]);
    admin = await Person.staff(browser, world, 'quan.tri', { viewport: desk });
    ({ page } = admin);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

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
  const publish = async () => {
    await page.getByRole('tab', { name: 'Ban hành' }).click();
    await page.getByLabel('Số văn bản').fill('21/QĐ-UBND');
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await page
      .getByText(/Đã ban hành \(phiên bản 2\)/)
      .first()
      .waitFor();
  };
  const shoot = async (name: string) => {
    const folder = process.env['SHOTS'];
    if (!folder) return;
    for (const viewport of [desk, phone])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        await page.screenshot({
          path: `${folder}/${name}-${viewport.width}-${colorScheme}.png`,
        });
      }
    await page.setViewportSize(desk);
    await page.emulateMedia({ colorScheme: 'light' });
  };

  it('asks a new question of who files, in its place, from the moment that it is published', async () => {
    await begin('categories', 'Hỏi số cột đèn');
    await page.getByLabel('Tìm', { exact: true }).fill('den duong khong sang');
    const light = page.locator('details', { hasText: 'CS-01' });
    await light.locator('summary').click();
    await light.getByRole('button', { name: 'Thêm câu hỏi' }).click();
    const last = light.locator('.entry-ordered').first().locator('> li').last();
    await last.getByLabel('Câu hỏi (tiếng Việt)').fill('Số cột đèn');
    await last.getByLabel('Khóa').fill('pole');
    await save();
    // The English text is missing, and its field says so.
    await page.getByText('1 lỗi phải sửa trước khi ban hành').waitFor();
    await last.getByText('Thiếu phần tiếng Anh.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await shoot('category');
    await last.getByLabel('Câu hỏi (tiếng Anh)').fill('Number of the pole');
    // Moved by the keyboard: the question keeps the focus until it cannot go on.
    const [name = ''] = (await last.locator('b').first().textContent())?.match(/\d+/) ?? [];
    await last.getByRole('button', { name: `Lên: Câu hỏi ${name}` }).focus();
    for (let at = Number(name); at > 1; at -= 1) await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Xuống: Câu hỏi 1',
    );
    await page.getByText(`Nay ở vị trí 1/${name}`).waitFor();
    await save();
    await page.getByText('Kiểm tra: không có lỗi.').waitFor();
    await page.getByRole('tab', { name: 'Chạy thử' }).click();
    await page.getByLabel('Lĩnh vực').selectOption('CS-01');
    await page.getByLabel('Số cột đèn', { exact: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await publish();
    const { body } = await world.anyone.get('/api/categories').expect(200);
    const asked = body.find(({ code }: { code: string }) => code === 'CS-01').questions;
    expect(asked[0]).toMatchObject({ key: 'pole', type: 'text', required: false });
  }, 90_000);

  it('ends an agency with a successor, and an example of the rules says what that breaks', async () => {
    await begin('rule_set', 'Tình huống mẫu');
    await page.getByRole('button', { name: 'Thêm tình huống' }).click();
    await page.getByLabel('Người gửi viết').fill('Đèn đường không sáng');
    await page.getByLabel('Tên tình huống').fill('Đèn đường');
    const pick = async (label: string, typed: string, option: RegExp) => {
      await page.getByRole('combobox', { name: label }).fill(typed);
      await page.getByRole('option', { name: option }).click();
    };
    await pick('Lĩnh vực', 'CS-01', /CS-01/);
    await pick('Phường, xã', '00256', /00256/);
    await pick('Phải về', 'HAPULICO', /HAPULICO/);
    await save();
    await page.getByRole('tab', { name: 'Chạy thử' }).click();
    await page.getByText('1/1 tình huống đúng').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await shoot('examples');
    await publish();

    await begin('agencies', 'Chiếu sáng về Sở Xây dựng');
    await page.getByLabel('Tìm', { exact: true }).fill('hapulico');
    const one = page.locator('details', { hasText: 'HAPULICO' });
    await one.locator('summary').click();
    await one.getByLabel('Điện thoại').fill('024 1022');
    await one.getByLabel('Đến hết ngày').fill('2026-01-31');
    await pick('Cơ quan kế thừa', 'Sở Xây dựng', /\(SXD\)/);
    await save();
    await page.getByText(/Tình huống mẫu “Đèn đường” về SXD, phải về HAPULICO/).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await shoot('agency');
    await page.getByRole('tab', { name: 'Chạy thử' }).click();
    await page.getByText('0/1 tình huống đúng').waitFor();
  }, 90_000);

  it('gives a mail other words, refuses a missing placeholder, shows it and goes back', async () => {
    await begin('mail_texts', 'Lời thư tiếp nhận');
    const subject = page.getByLabel('Tiêu đề (tiếng Việt)');
    await page.getByText('Đang dùng lời gốc của chương trình.').waitFor();
    await subject.fill('Trung tâm đã nhận việc');
    await save();
    await page.getByText('Thiếu chỗ điền {code}.').first().waitFor();
    await page.getByText('Chỗ điền', { exact: true }).click();
    await subject.fill('Trung tâm đã nhận việc {code}');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByRole('heading', { name: /^Trung tâm đã nhận việc AAAA/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await shoot('mail_texts');
    await page.setViewportSize(phone);
    expect(await isTooWide(page)).toBe(false);
    await page.setViewportSize(desk);
    await save();
    await page.getByText('Kiểm tra: không có lỗi.').waitFor();
    await page.getByRole('button', { name: 'Về lời gốc' }).click();
    expect(await subject.inputValue()).toBe('Đã tiếp nhận phản ánh {code}');
    await save();
  }, 60_000);

  it.each(['areas', 'service_areas', 'agency_calendars', 'reply_templates'])(
    'has a form for %s',
    async (kind) => {
      await begin(kind, `Thử ${kind}`);
      await page.locator('.entry summary').first().click();
      await page.locator('.entry[open] input').first().waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.setViewportSize(phone);
      expect(await isTooWide(page)).toBe(false);
      await page.setViewportSize(desk);
      await shoot(kind);
      expect(admin.faults).toEqual([]);
    },
    60_000,
  );
});
