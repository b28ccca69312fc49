import { expect, it } from '@jest/globals';
import { axeFaults, desk, faultsOf, Person, phone } from './support/browser.js';
import { browser, stories, world } from './support/stage.js';

stories('the pages', () => {
  it.each([phone, desk, { width: 320, height: 640 }])(
    'begin without a fault at %p',
    async (viewport) => {
      const { page, faults } = await Person.with(browser, world, { viewport });
      await page.goto('/');
      expect(await page.title()).toContain('Hà Nội');
      expect(await faultsOf(page)).toEqual([]);
      await page.goto('/sign-in');
      await page.getByLabel('Tên đăng nhập').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  it('keep the language that was chosen, also without script', async () => {
    const { page } = await Person.with(browser, world, {
      viewport: phone,
      javaScriptEnabled: false,
    });
    await page.goto('/');
    const bar = await page.locator('header.site').boundingBox();
    expect(bar?.height).toBeLessThan(64);
    await page.locator('summary', { hasText: 'Thêm' }).click();
    expect(await page.locator('header.site').boundingBox()).toEqual(bar);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto('/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'What is wrong around you?',
    );
  });

  it('take staff to their own work, and say that it is live', async () => {
    const { page, faults } = await Person.with(browser, world, { viewport: desk });
    await page.goto('/console');
    await page.getByLabel('Tên đăng nhập').fill('truc.tong.dai.1');
    await page.getByLabel('Mật khẩu').fill('daumoi-demo');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL('**/console');
    await page.getByText('Trực tiếp').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
