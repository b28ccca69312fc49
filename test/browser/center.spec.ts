import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { keepSignedIn } from '../stories/support/events.js';
import { photo } from '../stories/support/files.js';
import type { Api } from '../world/api.js';
import { answer, caseIdOf, streetLight } from '../world/complaints.js';
import { desk, faultsOf, Person, phone as small } from './support/browser.js';
import { browser, stories, world } from './support/stage.js';

const phone = '0912 345 678';
const operator = 'truc.tong.dai.1';
const supervisor = 'giam.sat';
const LAMPS = 'HAPULICO';
const WARD = 'UBND-00256';

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

async function clean(page: Page): Promise<void> {
  expect(await faultsOf(page, small, desk)).toEqual([]);
}

async function filed(): Promise<string> {
  const { code } = await world.anyone.files(streetLight());
  return caseIdOf(world, code);
}

async function answered(): Promise<string> {
  const lamps = await world.head(LAMPS);
  const id = await filed();
  await lamps.does(id, 'accept', { officer: await world.officerOf(LAMPS) });
  await lamps.does(id, 'answer', answer);
  return id;
}

const statusOf = async (id: string) => (await (await world.supervisor()).sees(id)).status;

/** Waits for what is so in the database after a click. */
async function becomes<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await read()) === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await read()).toBe(wanted);
}

stories('the center', () => {
  beforeEach(() => keepSignedIn(world));
  it('takes a call from the number to the code by keyboard alone, over a reload', async () => {
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

    await page.reload();
    await page.locator('.history-item').waitFor();
    expect(await page.getByLabel('Người gọi nói gì').inputValue()).toContain('số 40 tắt');
    await page.getByText('Cần hỏi thêm').waitFor();
    await page.getByLabel('Địa chỉ').focus();

    await keys.press('Tab', 3);
    await keys.type('hôm qua 19h');
    await keys.press('Tab', 2);
    await keys.type('m');
    await keys.press('Control+Enter');
    await page.getByRole('heading', { name: 'Đã ghi nhận' }).waitFor();
    // At 200 keys a minute, which is slow for who does it all day, within the minute.
    expect(keys.count).toBeLessThan(200);
    const code = (await page.locator('.call-code').textContent()) ?? '';
    const view = await (await world.operator()).sees(await caseIdOf(world, code));
    expect(view).toMatchObject({ channel: 'hotline', category: 'CS-01', place: { ward: '00256' } });
    await clean(page);

    // The same caller phones again, and reads the code without its dashes.
    await page.getByRole('button', { name: 'Cuộc gọi tiếp theo' }).click();
    await page.getByLabel('Người gọi có mã').fill(code.replaceAll('-', ' ').toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByLabel('Người gọi nói thêm').fill('Cả ngõ bên cạnh cũng tắt.');
    await clean(page);
    await page.getByRole('button', { name: 'Ghi vào hồ sơ' }).click();
    await page.getByText('Người gọi nói thêm qua tổng đài: Cả ngõ bên cạnh').waitFor();
    expect(faults).toEqual([]);
  }, 180_000);

  it('warns of danger and of another procedure, keeps two calls apart, loses nothing', async () => {
    const { page } = await Person.staff(browser, world, operator);
    await page.goto('/console/call');
    const text = page.getByLabel('Người gọi nói gì');
    await text.fill('Cột điện chập cháy, tóe lửa trước cổng trường học, dây đứt xuống đường.');
    await page.getByText('114').waitFor();
    await clean(page);
    await page.keyboard.press('Alt+n');
    await text.fill('Tôi làm đơn tố cáo ông Nguyễn Văn B, Chủ tịch phường, nhận hối lộ 200 triệu.');
    await page.getByText(/tố cáo: (hỏi lại|hướng dẫn)/).waitFor();
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    await page.getByRole('alert').waitFor();
    expect(await text.inputValue()).toContain('tố cáo');
    await clean(page);
    await page.getByRole('tab').first().click();
    expect(await text.inputValue()).toContain('tóe lửa');
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    // The summary has the focus and leads to the field.
    await page.getByRole('alert').getByRole('link').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('call-address');
  }, 180_000);

  it('decides a second return, more time, and an answer by one key', async () => {
    const lamps = await world.head(LAMPS);
    const contested = await filed();
    const text = 'Cột đèn này do khu đô thị tự quản lý.';
    await lamps.does(contested, 'return', { ground: 'not_competent', proposed: WARD, text });
    await (await world.operator()).does(contested, 'assign', { lead: WARD });
    await (
      await world.head(WARD)
    ).does(contested, 'return', {
      ground: 'wrong_area',
      proposed: 'EVNHANOI',
      text: 'Đèn nằm trên trục đường thành phố.',
    });
    const late = await filed();
    await lamps.does(late, 'accept', { officer: await world.officerOf(LAMPS) });
    await lamps.does(late, 'ask_extension', {
      until: '2026-03-16T17:00:00+07:00',
      text: 'Phải chờ đèn cao áp nhập về kho.',
    });
    const poor = await answered();

    const { page, faults } = await Person.staff(browser, world, supervisor);
    await page.goto('/console/supervise');
    await page.getByText('Cột đèn này do khu đô thị').first().waitFor();
    await page.getByText('trục đường thành phố').first().waitFor();
    await clean(page);
    await page.getByLabel('Căn cứ').fill('Đèn thuộc lưới của điện lực.');
    await page.getByRole('button', { name: 'Quyết định' }).click();
    await page.getByText('Không có hồ sơ nào chờ phân xử.').waitFor();
    const decided = await (await world.supervisor()).sees(contested);
    expect(decided).toMatchObject({ lead: 'EVNHANOI', status: 'assigned' });

    await page.getByRole('tab', { name: 'Xin gia hạn' }).click();
    await page.getByText('Phải chờ đèn cao áp').first().waitFor();
    await page.getByLabel('Lời của quyết định').fill('Chờ nhập đèn, có văn bản của công ty.');
    await clean(page);
    await page.getByRole('button', { name: 'Đồng ý gia hạn' }).click();
    await page.getByText('Không có đề nghị gia hạn nào.').waitFor();
    const granted = await (await world.supervisor()).sees(late);
    expect(granted).toMatchObject({ extension: null, dueAt: '2026-03-16T10:00:00.000Z' });

    await page.getByRole('tab', { name: 'Duyệt kết quả' }).click();
    await page.getByText('bốn đèn cao áp hỏng bóng').waitFor();
    await clean(page);
    await page.locator('body').press('b');
    await page.keyboard.type('Thiếu ảnh hiện trường.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Không có kết quả nào chờ duyệt.').waitFor();
    await becomes(() => statusOf(poor), 'in_progress');
    // Answered anew: it comes before the supervisor by itself, and one key sends it.
    await lamps.does(poor, 'answer', { ...answer, done: 'Đã thay bóng, có ảnh kèm theo.' });
    await page.getByText('Đã thay bóng, có ảnh').waitFor();
    await page.locator('body').press('p');
    await becomes(() => statusOf(poor), 'resolved');

    await page.getByRole('tab', { name: 'Khối lượng việc' }).click();
    await page.getByRole('rowheader').first().waitFor();
    await clean(page);
    await page.getByRole('tab', { name: 'Danh tính' }).click();
    await page.getByText('Ai đã tra số người gọi').waitFor();
    await clean(page);
    expect(faults).toEqual([]);
  }, 400_000);

  it('shows a rating below the bar, and the photos before and after side by side', async () => {
    const { code } = await world.anyone.files(streetLight());
    const id = await caseIdOf(world, code);
    const lamps = await world.head(LAMPS);
    const upload = async (by: Api, at: number) => {
      const { version } = await by.sees(id);
      await by
        .uploads(`/api/cases/${id}/attachments`, photo(at), `anh-${at}.jpg`)
        .set('if-match', `"${version}"`)
        .expect(200);
    };
    await upload(await world.operator(), 1);
    await lamps.does(id, 'accept', { officer: await world.officerOf(LAMPS) });
    await upload(lamps, 2);
    const evidence = (await lamps.sees(id)).attachments.slice(-1).map((file) => file.id);
    await lamps.does(id, 'answer', { ...answer, evidence });
    await (await world.operator()).does(id, 'publish');
    const rating = { score: 1, text: 'Đèn vẫn tắt.' };
    await world.anyone.post(`/api/complaints/${code}/rating`, rating).expect(200);

    const { page, faults, context } = await Person.staff(browser, world, supervisor);
    await page.goto('/console/supervise?part=review');
    await page.getByText('Điểm thấp').waitFor();
    await page.getByText('Người gửi cho 1 điểm').waitFor();
    await page.getByText('Đèn vẫn tắt.').first().waitFor();
    const before = page.getByRole('figure', { name: 'Trước xử lý' }).getByRole('img');
    const after = page.getByRole('figure', { name: 'Sau xử lý' }).getByRole('img');
    for (const { width } of [small, desk]) {
      await page.setViewportSize({ width, height: 900 });
      const [left, right] = [await before.boundingBox(), await after.boundingBox()];
      expect(left!.x + left!.width).toBeLessThanOrEqual(right!.x);
      expect(left!.y).toBe(right!.y);
    }
    await clean(page);
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  it('takes down the answer of a filer who phones while it is waited for', async () => {
    const { code } = await world.anyone.files(streetLight());
    const id = await caseIdOf(world, code);
    await (await world.head(LAMPS)).does(id, 'ask', { text: 'Cột đèn số mấy ạ?' });
    const { page, context } = await Person.staff(browser, world, operator);
    await page.goto('/console/call');
    await page.getByLabel('Người gọi có mã').fill(code);
    await page.keyboard.press('Enter');
    await page.locator('.asked').getByText('Cột đèn số mấy ạ?').waitFor();
    await page.getByLabel('Người gọi trả lời').fill('Cột số 14, trước nhà số 40.');
    await clean(page);
    await page.getByRole('button', { name: 'Ghi câu trả lời' }).click();
    await page.getByText('Người gửi trả lời qua điện thoại').waitFor();
    expect(await statusOf(id)).toBe('assigned');
    await context.close();
  }, 120_000);

  it('shows on the wall what comes in, with nobody touching it', async () => {
    const { page, faults } = await Person.staff(browser, world, supervisor);
    await page.goto('/console/wall');
    const received = page.locator('.wall-count').first();
    await received.waitFor();
    await page.locator('.wall [data-live="live"]').waitFor();
    const before = Number(await received.textContent());
    await filed();
    await becomes(async () => Number(await received.textContent()), before + 1);
    await clean(page);
    // Dark by itself, where everything else is light.
    await page.emulateMedia({ colorScheme: 'light' });
    const background = await page
      .locator('.wall')
      .evaluate((wall) => getComputedStyle(wall).backgroundColor);
    expect(background).toBe('rgb(20, 24, 26)');
    expect(faults).toEqual([]);
  }, 120_000);

  it('does not open the work of the supervisor to an operator', async () => {
    const { page } = await Person.staff(browser, world, operator);
    await page.goto('/console/supervise');
    await page.waitForURL(/\/console\/?$/);
  });
});
