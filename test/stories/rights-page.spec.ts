import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeMailed, filedBy, who, type Filed } from '../rights/support/person.js';
import { World } from '../world/world.js';

let world: World;
let one: Filed;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.stop());
beforeEach(async () => {
  one = await filedBy(world);
});

const page = async (path: string, fields?: Record<string, string>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields ?? {})) body.set(name, value);
  const response = await fetch(world.url + path, {
    redirect: 'manual',
    ...(fields && { method: 'POST', body }),
  });
  return {
    status: response.status,
    next: response.headers.get('location') ?? '',
    text: await response.text(),
  };
};

const rightsOf = (code: string) => `/follow/${code}/rights`;

/** The digits, asked for on the page as a person would. */
async function digits(code: string, right: string, contact = who.email): Promise<string> {
  const { status, next } = await page(`${rightsOf(code)}/proof`, { right, contact });
  expect([status, next]).toEqual([303, `${rightsOf(code)}?right=${right}`]);
  expect((await page(next)).text).toContain('một mã 6 số đã được gửi');
  return codeMailed(world, contact);
}

const uses = async (right: string, fields: Record<string, string> = {}) => {
  const proof = await digits(one.code, right);
  return page(rightsOf(one.code), { right, proof, ...fields });
};

describe('the page of rights over data', () => {
  it('is led to from the following page, and says nothing of the person', async () => {
    expect((await page(`/follow/${one.code}`)).text).toContain(`href="${rightsOf(one.code)}"`);
    const { status, text } = await page(rightsOf(one.code));
    expect(status).toBe(200);
    for (const right of ['access', 'correct', 'restrict', 'withdraw'])
      expect(text).toContain(`value="${right}"`);
    expect(text).not.toContain('value="lift"');
    for (const secret of [who.name, who.phone, who.email]) expect(text).not.toContain(secret);
    const english = await page(`${rightsOf(one.code)}?lang=en`);
    expect(english.text).toContain('Your data');
  });

  it('gives a copy to read, print and take along, and tells who opened the identity', async () => {
    const reason = 'Người gửi có thể gặp nguy hiểm.';
    await (await world.head('HAPULICO')).does(one.id, 'reveal', { reason });
    const { status, text } = await uses('access');
    expect(status).toBe(200);
    for (const told of [who.name, who.phone, who.address, 'Thủ trưởng cơ quan xử lý', reason])
      expect(text).toContain(told);
    const [, file = ''] = /href="data:application\/json;charset=utf-8,([^"]+)"/.exec(text) ?? [];
    expect(JSON.parse(decodeURIComponent(file))).toMatchObject({ person: who });
  });

  it('corrects at once, keeps what was typed where it is refused, and names the field', async () => {
    const proof = await digits(one.code, 'correct');
    const refused = await page(rightsOf(one.code), { right: 'correct', proof, phone: 'không có' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('<a href="#rights-phone">Số điện thoại: Số điện thoại gồm');
    expect(refused.text).toContain('value="không có"');
    const empty = await page(rightsOf(one.code), { right: 'correct', proof });
    expect(empty.text).toContain('Xin điền ít nhất một ô cần sửa.');
    const phone = '0912 000 111';
    const spaced = `${proof.slice(0, 3)} ${proof.slice(3)}`;
    const done = await page(rightsOf(one.code), { right: 'correct', proof: spaced, phone });
    expect(done.status).toBe(200);
    expect(done.text).toContain('Thông tin đã được sửa');
    expect((await (await world.operator()).sees(one.id)).filer).toMatchObject({ phone });
  });

  it('restricts and lifts, withdraws, and shows how far each request is', async () => {
    const done = await uses('restrict', { text: 'Xin đừng gọi.' });
    const request = /<b class="code">([^<]+)</.exec(done.text)?.[1] ?? '';
    expect((await world.anyone.tracks(request)).status).toBe('assigned');
    const shown = (await page(rightsOf(one.code))).text;
    expect(shown).toContain('Đang hạn chế sử dụng');
    expect(shown).toContain('value="lift"');
    expect(shown).not.toContain('value="restrict"');
    expect(shown).toContain('Đã phân công');
    expect(shown).not.toContain(request);
    expect((await uses('lift')).text).toContain('Đã bỏ hạn chế');
    expect((await uses('withdraw')).text).toContain('Đã ghi nhận việc rút lại');
    expect((await world.anyone.tracks(one.code)).restricted).toBe(true);
    const none = await page(rightsOf(request));
    expect(none.text).toContain('không còn dữ liệu cá nhân nào');
  });

  it('refuses a wrong code in words, and asks for what is missing', async () => {
    await digits(one.code, 'access');
    const wrong = await page(rightsOf(one.code), { right: 'access', proof: '12345' });
    expect([wrong.status, wrong.text.includes('Mã gồm đúng 6 chữ số.')]).toEqual([400, true]);
    const other = await page(`${rightsOf(one.code)}?lang=en`, { right: 'access', proof: '000000' });
    expect(other.status).toBe(403);
    expect(other.text).toContain('please ask for a new one');
    const blank = await page(`${rightsOf(one.code)}/proof`, { contact: who.email });
    expect(blank.text).toContain(
      '<a href="#rights-right">Bạn muốn làm gì?: Xin chọn một việc.</a>',
    );
    expect(blank.text).toContain(`value="${who.email}"`);
  });
});
