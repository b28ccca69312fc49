import { expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { encode } from 'uqr';
import { exifOf, lake, noise } from '../intake/support/pictures.js';
import { jpeg } from '../stories/support/files.js';
import { streetLight } from '../world/complaints.js';
import { axeFaults, desk, faultsOf, Person, phone } from './support/browser.js';
import { browser, stories, world } from './support/stage.js';

const light = 'Đèn đường phố Hòa Mã trước số 20 không sáng ba tối nay.';
const denunciation = 'Tôi tố cáo ông Nguyễn Văn Chim nhận hối lộ 20 triệu đồng để cấp sổ đỏ.';
const hoaMa = { latitude: 21.0152, longitude: 105.8545 };
const shots = process.env['SHOTS'];

stories(
  'filing',
  () => {
    const shot = async (page: Page, name: string) => {
      if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
    };
    const filed = async () => {
      const [row] = await world.behind.query<{ n: number }[]>(
        'select count(*)::int as n from complaint',
      );
      return row?.n ?? 0;
    };
    const opened = async (options: Parameters<Browser['newContext']>[0] = { viewport: phone }) => {
      const person = await Person.with(browser, world, {
        geolocation: hoaMa,
        permissions: ['geolocation'],
        ...options,
      });
      await person.page.goto('/file');
      await person.page.locator('#filing-root[data-ready]').waitFor();
      return person;
    };
    const sayLight = async (page: Page) => {
      await page.getByLabel('Điều gì đang xảy ra?').fill(light);
      await page.getByLabel('Đèn đường hỏng, không sáng').first().waitFor();
    };

    it('works without script, from the first word to the receipt', async () => {
      const { page } = await Person.with(browser, world, {
        viewport: phone,
        javaScriptEnabled: false,
      });
      await page.goto('/file');
      const text = page.getByLabel('Điều gì đang xảy ra?');
      const next = page.getByRole('button', { name: 'Tiếp tục' });
      await text.fill('ngắn');
      await next.click();
      expect(await page.getByRole('alert').textContent()).toContain('Xin viết rõ hơn');
      await text.fill(`${light} Có dây điện đứt.`);
      await next.click();
      expect(await page.locator('.danger').textContent()).toContain('19001288');
      await page.getByLabel('Đèn đường hỏng, không sáng').first().check();
      await page.getByLabel('Địa chỉ hoặc mô tả chỗ đó').fill('20 phố Hòa Mã');
      await page.getByLabel('Phường, xã').selectOption({ label: 'Phường Hai Bà Trưng' });
      await next.click();
      const send = page.getByRole('button', { name: 'Gửi phản ánh' });
      await send.click();
      // It is told what is missing, and nothing that was typed is gone.
      expect(await page.getByRole('alert').textContent()).toContain('Thời điểm phát hiện');
      await page.getByLabel('Thời điểm phát hiện').fill('2026-03-09T19:40');
      await page.getByLabel('Vài đèn').check();
      await page
        .locator('#files')
        .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: jpeg });
      await send.click();
      expect(await page.getByRole('alert').textContent()).toContain('trả lời câu hỏi');
      await page.getByLabel('Thư điện tử').fill('an@example.org');
      await page
        .locator('#files')
        .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: jpeg });
      await send.click();
      await page.waitForURL('**/file/receipt/*');
      const code = (await page.locator('.code').textContent()) ?? '';
      const tracked = await world.anyone.tracks(code);
      expect(tracked.category?.vi).toBe('Đèn đường hỏng, không sáng');
      const shown = (await page.locator('.receipt').textContent()) ?? '';
      expect(shown).toMatch(/Trả lời trước thứ Sáu 13\/03\/2026, 17:00, vì 3 ngày làm việc/);
      expect(shown).toContain('Công ty Chiếu sáng và Thiết bị đô thị');
      const drawn = await page.locator('.qr path').getAttribute('d');
      const dots = encode(`${world.config.publicUrl}/follow/${code}`, { ecc: 'M' })
        .data.flat()
        .filter(Boolean);
      expect(drawn?.match(/M/g)).toHaveLength(dots.length);
      const saved = await world.anyone.get(`/file/receipt/${code}/save`).expect(200);
      expect(saved.text).toContain(code);
    });

    it('shows where a tố cáo belongs, also without script, and keeps nothing', async () => {
      const before = await filed();
      const { page } = await Person.with(browser, world, {
        viewport: phone,
        javaScriptEnabled: false,
      });
      await page.goto('/file');
      await page.getByLabel('Điều gì đang xảy ra?').fill(denunciation);
      await page.getByRole('button', { name: 'Tiếp tục' }).click();
      await page.getByText('Chưa có gì được lưu.').first().waitFor();
      expect(await page.locator('h1').textContent()).toContain('tố cáo');
      await shot(page, 'diverted');
      expect(await filed()).toBe(before);
    });

    it('takes six taps with photo and place on a small phone, without an account', async () => {
      const { page, faults } = await opened({
        viewport: { width: 360, height: 640 },
        hasTouch: true,
        isMobile: true,
      });
      let taps = 0;
      const tap = async (target: ReturnType<Page['locator']>) => {
        taps += 1;
        await target.tap();
      };
      const began = Date.now();
      await tap(page.getByLabel('Điều gì đang xảy ra?'));
      await page.keyboard.insertText(light);
      await page.getByLabel('Đèn đường hỏng, không sáng').first().waitFor();
      await tap(page.getByRole('button', { name: 'Vị trí của tôi' }));
      await page.getByText('Đã có điểm trên bản đồ').waitFor();
      const chooser = page.waitForEvent('filechooser');
      await tap(page.getByText('Chụp hoặc chọn ảnh'));
      await (await chooser).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: jpeg });
      await page.getByRole('button', { name: 'Bỏ ảnh a.jpg' }).waitFor();
      await tap(page.getByText('Vài đèn'));
      await shot(page, 'filled');
      await tap(page.getByRole('button', { name: 'Gửi phản ánh' }));
      await page.waitForURL('**/file/receipt/*');
      expect(taps).toBeLessThanOrEqual(6);
      expect(Date.now() - began).toBeLessThan(60_000);
      await shot(page, 'receipt');
      expect(faults).toEqual([]);
      const code = (await page.locator('.code').textContent()) ?? '';
      const operator = await world.operator();
      const [row] = await world.behind.query<{ id: string }[]>(
        'select id from complaint where code = $1',
        [code],
      );
      expect((await operator.sees(row?.id ?? '')).attachments).toHaveLength(1);
    });

    it('makes a large photo small, offers its place, and keeps all of it through a reload', async () => {
      const { page, faults } = await opened();
      const large = await noise(3264, 2448)
        .jpeg({ quality: 90 })
        .withExif(exifOf({ at: lake }))
        .toBuffer();
      expect(large.length).toBeGreaterThan(2_000_000);
      await sayLight(page);
      await page
        .locator('#files')
        .setInputFiles({ name: 'lon.jpg', mimeType: 'image/jpeg', buffer: large });
      await page.getByRole('button', { name: 'Dùng nơi chụp ảnh' }).click();
      await page.getByText('21.02850, 105.85420').waitFor();
      const size = async () =>
        Number.parseInt((await page.locator('.shots small').textContent()) ?? '');
      expect(await size()).toBeLessThanOrEqual(500);
      await page.getByLabel('Địa chỉ hoặc mô tả chỗ đó').fill('Bờ hồ');
      await page.getByText('Để lại liên hệ').click();
      await page.getByLabel('Họ và tên').fill('Chim Sâu');
      await page.reload();
      await page.getByText('phần bạn viết dở').waitFor();
      expect(await page.getByLabel('Điều gì đang xảy ra?').inputValue()).toBe(light);
      expect(await page.getByLabel('Địa chỉ hoặc mô tả chỗ đó').inputValue()).toBe('Bờ hồ');
      expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Chim Sâu');
      expect(await page.getByText('21.02850, 105.85420').count()).toBe(1);
      expect(await size()).toBeLessThanOrEqual(500);
      await shot(page, 'restored');
      expect(faults).toEqual([]);
    });

    const workerOf = (context: BrowserContext) =>
      context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');

    it('waits without a network, is there after a reload, and sends itself once', async () => {
      const { page, context } = await opened();
      await workerOf(context);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      const before = await filed();
      await context.setOffline(true);
      await page.reload();
      await page.locator('#filing-root[data-ready]').waitFor();
      await page.getByText('Máy đang không có mạng').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.getByLabel('Điều gì đang xảy ra?').fill(light);
      await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
      await page.getByText('đang chờ có mạng').waitFor();
      expect(await page.getByLabel('Điều gì đang xảy ra?').inputValue()).toBe('');
      expect(await axeFaults(page)).toEqual([]);
      await shot(page, 'waiting');
      expect(await filed()).toBe(before);
      await context.setOffline(false);
      await page.waitForURL('**/file/receipt/*');
      await page.goto('/file');
      await page.locator('#filing-root[data-ready]').waitFor();
      expect(await page.locator('.leaving').count()).toBe(0);
      expect(await filed()).toBe(before + 1);
    });

    it('shows what neighbours have reported, and joins', async () => {
      await world.anyone.files(streetLight({ filer: { phone: '0900000001' } }));
      const { page } = await opened();
      await sayLight(page);
      await page.getByRole('button', { name: 'Vị trí của tôi' }).click();
      await page.getByText('Tôi cũng gặp việc này').first().click();
      await shot(page, 'neighbours');
      expect(await axeFaults(page)).toEqual([]);
      await page.getByText('Vài đèn').click();
      await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
      await page.waitForURL('**/file/receipt/*');
      const code = await page.locator('.code').textContent();
      const [row] = await world.behind.query<{ joins: string | null }[]>(
        'select joins from complaint where code = $1',
        [code],
      );
      expect(row?.joins).not.toBeNull();
    });

    it('says what is wrong, takes the focus there, and leads to the field', async () => {
      const { page } = await opened();
      await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
      const focused = () => page.evaluate(() => document.activeElement?.className);
      expect(await focused()).toBe('summary');
      expect(await axeFaults(page)).toEqual([]);
      await shot(page, 'wrong');
      await page.getByRole('link', { name: 'Xin viết rõ hơn' }).click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
      await page
        .getByLabel('Điều gì đang xảy ra?')
        .fill('Cháy nhà ở ngõ 5, có người mắc kẹt, khói mù mịt.');
      await page.locator('.danger a[href="tel:114"]').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await shot(page, 'danger');
      await page.getByLabel('Điều gì đang xảy ra?').fill(denunciation);
      await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
      if (await page.locator('.summary').count()) {
        await page.getByLabel('Chưa rõ, nhờ Trung tâm chọn giúp').check();
        await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
      }
      await page.locator('.guidance').waitFor();
      expect(await page.locator('.guidance h1').textContent()).toContain('tố cáo');
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Sửa lại lời viết' }).click();
      expect(await page.getByLabel('Điều gì đang xảy ra?').inputValue()).toBe(denunciation);
    });

    it.each([phone, desk, { width: 320, height: 640 }])(
      'is without a fault in light and dark at %p, with the map open',
      async (viewport) => {
        const { code } = await world.anyone.files(streetLight({ filer: { phone: '0900000002' } }));
        const { page, faults } = await opened({ viewport });
        const check = async (name: string) => {
          expect(await faultsOf(page)).toEqual([]);
          await shot(page, `${name}-${viewport.width}`);
        };
        await sayLight(page);
        await page.getByRole('button', { name: 'Chọn trên bản đồ' }).click();
        await page.locator('.map .ward').first().waitFor();
        await page.getByText('Để lại liên hệ').click();
        // Looking through the outlines of all wards takes axe long: once is enough.
        if (viewport === phone) await check('map');
        await page.getByRole('button', { name: 'Lấy điểm giữa bản đồ' }).click();
        await page.getByText('Đã có điểm trên bản đồ').waitFor();
        await check('form');
        await page.goto(`/file/receipt/${code}`);
        await check('receipt');
        await page.goto('/');
        await check('home');
        expect(faults).toEqual([]);
      },
      120_000,
    );
  },
  { FILING_PROOF: 'on' },
);
