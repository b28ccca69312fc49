import { beforeAll, expect, it } from '@jest/globals';
import { axeFaults, desk, faultsOf, isTooWide, Person, phone } from './support/browser.js';
import { browser, stories, world } from './support/stage.js';
import { Matter } from './support/matter.js';

const filer = { name: 'Nguyễn Văn Bình', phone: '0912345678', email: 'binh@example.vn' };
const text = 'Đèn đường phố Hòa Mã không sáng. Tôi là Nguyễn Văn Bình, gọi 0912 345 678.';

const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;

stories('what everybody may see', () => {
  let matter: Matter;

  beforeAll(async () => {
    matter = await (await Matter.filed(world, { filer, text })).accepted();
    for (const lon of [105.8546, 105.8547, 105.87])
      await Matter.filed(world, { place: { point: { lat: 21.0152, lon } } });
  }, 60_000);

  it('lists and filters complaints without script, with nothing of anybody', async () => {
    const { page } = await Person.with(browser, world, {
      viewport: phone,
      javaScriptEnabled: false,
    });
    await page.goto('/complaints');
    expect(await page.locator('.item').count()).toBe(4);
    await page.getByLabel('Trạng thái').selectOption('in_progress');
    await page.getByRole('button', { name: 'Xem' }).click();
    expect(await page.locator('.item').count()).toBe(1);
    await page.locator('.item a').click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Đèn đường');
    expect(new URL(page.url()).pathname).toBe(`/complaints/${matter.id}`);
    const story = await page.locator('.story').textContent();
    for (const step of ['Người dân gửi phản ánh', 'thứ Ba 10/03/2026, 09:00', 'Hẹn trả kết quả'])
      expect(story).toContain(step);
    for (const path of ['/complaints', `/complaints/${matter.id}`, '/figures']) {
      await page.goto(path);
      const shown = await page.content();
      for (const secret of ['Văn Bình', '0912', 'binh@', matter.code])
        expect(shown).not.toContain(secret);
    }
    await page.goto('/complaints?status=rejected');
    expect(await page.getByText('Không có phản ánh nào như vậy.').isVisible()).toBe(true);
  });

  it('shows the wards and clusters on a map that no tile server helps', async () => {
    const { page, faults } = await Person.with(browser, world, { viewport: desk });
    const foreign: string[] = [];
    page.on('request', (asked) => {
      if (!asked.url().startsWith(world.url) && asked.url().startsWith('http'))
        foreign.push(asked.url());
    });
    await page.goto('/complaints');
    await page.locator('path.ward').first().waitFor();
    await page.locator('.cluster').first().waitFor();
    await page.goto(`/complaints/${matter.id}`);
    await page.locator('path.near').waitFor();
    expect(foreign).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('tells a browser what is not there, and a program as before', async () => {
    const { page } = await Person.with(browser, world, { viewport: phone });
    const answer = await page.goto('/khong-co-trang-nay');
    expect(answer?.status()).toBe(404);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Không có trang này');
    expect(await axeFaults(page)).toEqual([]);
    const { body, type } = await world.anyone.get('/khong-co-trang-nay').expect(404);
    expect([body.code, type]).toEqual(['not_found', 'application/problem+json']);
    const api = await world.anyone.get('/api/nothing').set('accept', 'text/html').expect(404);
    expect(api.type).toBe('application/problem+json');
  });

  it('is free of faults on every page, in both schemes and large', async () => {
    const paths = [
      '/complaints',
      `/complaints/${matter.id}`,
      '/wards/00256',
      '/figures',
      '/help',
      '/help/complaints-law',
      '/help/privacy',
    ];
    const { page, faults } = await Person.with(browser, world, { viewport: phone });
    for (const path of paths) {
      await page.goto(path);
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize({ ...phone, width: 320 });
      await page.waitForFunction(fits);
      await page.setViewportSize(desk);
      // A map that was small takes a moment to follow its page.
      await page.waitForFunction(fits);
      await page.setViewportSize(phone);
    }
    await page.goto('/preferences?large=on&to=/help');
    expect(await isTooWide(page)).toBe(false);
    await page.goto('/help?lang=en');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Help');
    expect(await page.locator('html').getAttribute('class')).toBe('large');
    expect(faults).toEqual([]);
  }, 120_000);
});
