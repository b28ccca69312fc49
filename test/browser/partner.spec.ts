import { beforeAll, expect, it } from '@jest/globals';
import { answer } from '../world/complaints.js';
import { keepSignedIn } from '../stories/support/events.js';
import { makePartner, withPartner } from '../stories/support/partners.js';
import { axeFaults, isTooWide, Person, phone } from './support/browser.js';
import { browser, stories, world } from './support/stage.js';

stories('an agency without accounts, on a phone', () => {
  beforeAll(async () => {
    await makePartner(world);
    await keepSignedIn(world);
  }, 60_000);

  it('takes a matter on and answers it by its link', async () => {
    const { token, id } = await withPartner(world);
    const { page, faults } = await Person.with(browser, world, { viewport: phone });
    await page.goto(`/partner/${token}`);
    expect(await axeFaults(page)).toEqual([]);
    await page.setViewportSize({ ...phone, width: 320 });
    expect(await isTooWide(page)).toBe(false);
    await page.getByRole('button', { name: 'Tiếp nhận việc này' }).click();
    expect(await page.getByRole('status').textContent()).toBe('Đã tiếp nhận.');
    await page.getByLabel('Kiểm tra thấy gì').fill(answer.finding);
    await page.getByLabel('Đã làm gì, lúc nào').fill(answer.done);
    await page.getByRole('button', { name: 'Gửi kết quả' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Đã gửi kết quả.');
    expect(await axeFaults(page)).toEqual([]);
    expect((await (await world.operator()).sees(id)).status).toBe('answered');
    expect(faults).toEqual([]);
  });
});
