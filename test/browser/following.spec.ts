import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { photo } from '../stories/support/files.js';
import { axeFaults, desk, faultsOf, Person, phone } from './support/browser.js';
import { browser, stories, world } from './support/stage.js';
import { Matter } from './support/matter.js';

const noScript = { viewport: phone, javaScriptEnabled: false } as const;

const heading = (page: Page) => page.locator('.status').textContent();
const sends = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;

stories('following a complaint', () => {
  it('finds it by a code that is typed as people type, and keeps a wrong one', async () => {
    const { code, path } = await Matter.filed(world);
    const { page } = await Person.with(browser, world, noScript);
    await page.goto('/follow');
    await page.getByLabel('Mã theo dõi').fill('7K3M Q9TD 2XWA 5H8R');
    await sends(page, 'Xem tiến độ');
    expect(await page.getByLabel('Mã theo dõi').inputValue()).toBe('7K3M Q9TD 2XWA 5H8R');
    expect(await page.getByRole('alert').textContent()).toContain('Không có phản ánh nào');
    await page.getByLabel('Mã theo dõi').fill(` ${code.toLowerCase().replaceAll('-', ' ')} `);
    await sends(page, 'Xem tiến độ');
    expect(new URL(page.url()).pathname).toBe(path);
    expect(await heading(page)).toBe('Đã phân công');
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    expect(await page.locator('.left').textContent()).toMatch(/^còn .* làm việc$/);
    expect(await page.locator('.facts').textContent()).toContain('từ thứ Ba 10/03/2026, 09:00');
  });

  it('changes while it is open, and leaves what one is writing alone', async () => {
    const matter = await Matter.filed(world);
    const { page, faults } = await Person.with(browser, world, { viewport: phone });
    await page.goto(matter.path);
    await page.getByText('Tự cập nhật').waitFor();
    await page.getByText('Nhắn thêm cho cơ quan xử lý').click();
    const message = page.getByLabel('Nội dung');
    await message.fill('Cột số 14, trước nhà văn hóa');
    await matter.accepted();
    await page.locator('.status', { hasText: 'Đang xử lý' }).waitFor();
    await page.getByText('Cơ quan đã nhận xử lý').first().waitFor();
    expect(await message.inputValue()).toBe('Cột số 14, trước nhà văn hóa');
    expect(await message.evaluate((one) => one === document.activeElement)).toBe(true);
    await matter.asked();
    await page.locator('.status', { hasText: 'Chờ bổ sung' }).waitFor();
    expect(await message.inputValue()).toBe('Cột số 14, trước nhà văn hóa');
    await page.context().setOffline(true);
    await page.evaluate(() => window.dispatchEvent(new Event('offline')));
    await page.getByText('Mất kết nối').waitFor();
    expect(faults).toEqual([]);
  });

  it('lets one answer a question with a photo, without script', async () => {
    const matter = await (await Matter.filed(world)).accepted();
    await matter.asked('Cột đèn số mấy ạ?');
    const { page } = await Person.with(browser, world, noScript);
    await page.goto(matter.path);
    expect(await page.locator('.promise').textContent()).toContain('Thời hạn đang tạm dừng');
    expect(await page.locator('.question').textContent()).toContain('Cột đèn số mấy ạ?');
    await page.getByLabel('Trả lời của bạn').fill('Cột số 14.');
    await page.getByLabel('Ảnh hoặc PDF').setInputFiles({
      name: 'cot.jpg',
      mimeType: 'image/jpeg',
      buffer: photo(3),
    });
    await sends(page, 'Gửi trả lời');
    expect(await page.locator('.done').textContent()).toContain('Đã gửi');
    expect(await heading(page)).toBe('Đang xử lý');
    const { attachments } = await (await world.operator()).sees(matter.id);
    expect(attachments).toHaveLength(1);
  });

  it('shows the answer with its photo, and takes a confirmation, a rating and a no', async () => {
    const [fine, rated, bad] = await Promise.all(
      [1, 2, 3].map(async () => (await Matter.filed(world)).resolved()),
    );
    const { page } = await Person.with(browser, world, noScript);
    await page.goto(fine?.path ?? '');
    expect(await page.locator('.answer').textContent()).toContain('Đã thay bóng lúc 15 giờ');
    expect(
      await page
        .locator('.photos img')
        .evaluate((image) => (image as HTMLImageElement).naturalWidth),
    ).toBeGreaterThan(0);
    await sends(page, 'Đúng, đã xong');
    expect(await heading(page)).toBe('Kết thúc');
    expect(await fine?.status()).toBe('closed');

    await page.goto(rated?.path ?? '');
    await page.getByText('Đánh giá', { exact: true }).click();
    await sends(page, 'Gửi đánh giá');
    // The browser itself asks for what is needed.
    expect(page.url()).not.toContain('done');
    await page.getByLabel('Rất hài lòng').check();
    await page.getByText('Chấm từng mặt').click();
    await page.getByLabel('Thái độ của cán bộ').selectOption('4');
    await page.getByLabel('Lời nhắn').fill('Nhanh.');
    await sends(page, 'Gửi đánh giá');
    expect(await page.locator('.done').textContent()).toContain('Cảm ơn bạn đã đánh giá');
    const [said] = await world.behind.query<{ data: object }[]>(
      `select data from complaint_event where complaint_id = $1 and type = 'rated'`,
      [rated?.id],
    );
    expect(said?.data).toMatchObject({ score: 5, factors: { official: 4 } });

    await page.goto(bad?.path ?? '');
    await page.getByText('Chưa xong', { exact: true }).click();
    await page.getByLabel('Còn gì chưa đúng?').fill('Vẫn còn một bóng chưa sáng.');
    await sends(page, 'Báo chưa xong');
    expect(await heading(page)).toBe('Đã phân công');
    expect(await page.locator('.story').textContent()).toContain('Vẫn còn một bóng chưa sáng.');
  });

  it('keeps what was typed where it is refused, and while the database is gone', async () => {
    const matter = await (await Matter.filed(world)).resolved();
    const { page } = await Person.with(browser, world, noScript);
    await page.goto(matter.path);
    await page.getByText('Chưa xong', { exact: true }).click();
    const why = page.getByLabel('Còn gì chưa đúng?');
    await why.evaluate((one) => one.removeAttribute('minlength'));
    await why.fill('Tối');
    await sends(page, 'Báo chưa xong');
    expect(await why.inputValue()).toBe('Tối');
    await page.getByRole('alert').getByRole('link').click();
    expect(new URL(page.url()).hash).toBe('#reopen-text');
    await why.fill('Vẫn còn tối lắm');
    const [{ name }] = (await world.behind.query('select current_database() as name')) as [
      { name: string },
    ];
    await world.behind.query(`alter database "${name}" connection limit 0`);
    try {
      await world.behind.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename <> current_user`,
      );
      await sends(page, 'Báo chưa xong');
      expect(await page.getByRole('alert').textContent()).toContain('Chưa gửi được');
      expect(await why.inputValue()).toBe('Vẫn còn tối lắm');
    } finally {
      await world.behind.query(`alter database "${name}" connection limit -1`);
    }
    await sends(page, 'Báo chưa xong');
    expect(await heading(page)).toBe('Đã phân công');
  });

  it('prints the code and the date', async () => {
    const matter = await Matter.filed(world);
    const { page } = await Person.with(browser, world);
    await page.goto(matter.path);
    await page.emulateMedia({ media: 'print' });
    const [code, date, qr] = [
      page.locator('.keep .code'),
      page.locator('.promise-date time'),
      page.locator('.qr'),
    ];
    expect(await code.textContent()).toBe(matter.code);
    for (const one of [code, date, qr]) expect(await one.isVisible()).toBe(true);
    for (const one of ['.deeds', 'header nav', 'footer'])
      expect(await page.locator(one).first().isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(1000);
  });

  it('is free of faults in every state, size and scheme', async () => {
    const states = await Promise.all([
      Matter.filed(world),
      Matter.filed(world).then((one) => one.accepted()),
      Matter.filed(world).then(async (one) => (await one.accepted()).asked()),
      Matter.filed(world).then((one) => one.resolved()),
    ]);
    const { page, faults } = await Person.with(browser, world, { viewport: desk });
    for (const path of ['/follow', '/follow?code=nope', ...states.map((one) => one.path)]) {
      await page.goto(path);
      expect(await faultsOf(page, desk, phone)).toEqual([]);
      await page.setViewportSize({ ...phone, width: 320 });
      await page.waitForFunction(fits);
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('tells lateness openly with the new date', async () => {
    const matter = await (await Matter.filed(world)).accepted();
    world.time.advance({ days: 30 });
    await world.fireTimers();
    const { page } = await Person.with(browser, world, { viewport: phone });
    await page.goto(matter.path);
    const late = page.locator('.promise.late');
    expect(await late.textContent()).toContain('Trung tâm xin lỗi bạn');
    expect(await late.textContent()).toContain('Hẹn lại');
    expect(await axeFaults(page)).toEqual([]);
  });
});
