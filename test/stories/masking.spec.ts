import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personalKinds } from '#personal-data';
import { roles, type Role } from '#lifecycle';
import { maskedKinds, waysToAPerson } from '../../src/complaints/masking.js';
import type { PublishedComplaint } from '../../src/complaints/dto/published.dto.js';
import type { Api } from '../world/api.js';
import { answer, caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { mailsOf } from './support/events.js';

const text =
  'Đèn đường trước số nhà 36 tắt, xe 29A-123.45 đâm vào cột. Gọi bà Lê Thị Lan 0912 345 678, ' +
  'thư lan.le@canary.example, CCCD 001203004567, stk 19034567890123 Techcombank, mã KH PD01000123456. Khẩn gọi 114.';
const masked = {
  public:
    'Đèn đường trước [số nhà] tắt, xe [biển số xe] đâm vào cột. Gọi bà [họ tên] [số điện thoại], ' +
    'thư [thư điện tử], CCCD [số căn cước], stk [số tài khoản] Techcombank, mã KH [mã khách hàng]. Khẩn gọi 114.',
  agency:
    'Đèn đường trước số nhà 36 tắt, xe 29A-123.45 đâm vào cột. Gọi bà Lê Thị Lan [số điện thoại], ' +
    'thư [thư điện tử], CCCD [số căn cước], stk [số tài khoản] Techcombank, mã KH PD01000123456. Khẩn gọi 114.',
};

describe('what is masked', () => {
  const expected: [Role | 'public', boolean, 'by_filer' | 'by_staff', readonly string[]][] = [
    ['public', false, 'by_filer', personalKinds],
    ['observer', false, 'by_filer', personalKinds],
    ['observer', false, 'by_staff', personalKinds],
    ['administrator', false, 'by_filer', personalKinds],
    ['operator', true, 'by_filer', []],
    ['supervisor', true, 'by_filer', []],
    ['leader', false, 'by_filer', []],
    ['leader', false, 'by_staff', []],
    ['agency_head', false, 'by_filer', waysToAPerson],
    ['agency_head', true, 'by_filer', []],
    ['agency_head', false, 'by_staff', []],
    ['officer', false, 'by_filer', waysToAPerson],
    ['officer', true, 'by_filer', []],
    ['officer', false, 'by_staff', []],
  ];

  it.each(expected)('for %s who may know the filer: %s, %s', (viewer, known, written, kinds) => {
    expect(maskedKinds(viewer, known, written)).toEqual(kinds);
  });

  it('is said for every role', () => {
    expect(new Set(expected.map(([viewer]) => viewer))).toEqual(new Set(['public', ...roles]));
  });
});

let world: World;
let code: string;
let id: string;

beforeAll(async () => {
  world = await World.start();
  const place = { point: { lat: 21.0152, lon: 105.8545 }, address: 'Số nhà 36, gọi 0912 345 678' };
  ({ code } = await world.anyone.files(streetLight({ text, place })));
  id = await caseIdOf(world, code);
}, 60_000);
afterAll(() => world.stop());

const published = async (): Promise<PublishedComplaint | undefined> => {
  const { body } = await world.anyone.get('/api/public/complaints').expect(200);
  return body.items.find((one: PublishedComplaint) => one.id === id);
};

/** The words of the case as one sees them: whole, in the list, and in the timeline. */
async function seenBy(by: Api) {
  const seen = await by.sees(id);
  const { items } = await by.lists('?queue=all');
  return {
    text: seen.text,
    excerpts: [seen.excerpt, items.find((one) => one.id === id)?.excerpt],
    address: seen.place.address,
    said: seen.timeline.flatMap((event) => event.text ?? []),
  };
}

describe('the words of a case', () => {
  it('are not published before somebody has taken it up, and then masked', async () => {
    expect((await published())?.text).toBeNull();
    const head = await world.head('HAPULICO');
    await head.does(id, 'accept', { officer: await world.officerOf('HAPULICO') });
    expect((await published())?.text).toBe(masked.public);
  });

  it('are whole for the center and the leaders', async () => {
    for (const by of [await world.operator(), await world.supervisor(), await world.as('lanh.dao')])
      expect(await seenBy(by)).toMatchObject({
        text,
        excerpts: [text.slice(0, 160), text.slice(0, 160)],
        address: 'Số nhà 36, gọi 0912 345 678',
      });
  });

  it('lack the ways to a person for an agency that may not know the filer', async () => {
    for (const by of [
      await world.head('HAPULICO'),
      await world.as('hapulico.can.bo'),
      await world.head('UBND-00256'),
    ])
      expect(await seenBy(by)).toMatchObject({
        text: masked.agency,
        excerpts: [masked.agency.slice(0, 160), masked.agency.slice(0, 160)],
        address: 'Số nhà 36, gọi [số điện thoại]',
      });
  });

  it('lack everything personal for an observer', async () => {
    expect(await seenBy(await world.as('quan.sat'))).toMatchObject({
      text: masked.public,
      excerpts: [masked.public.slice(0, 160), masked.public.slice(0, 160)],
      address: '[số nhà], gọi [số điện thoại]',
    });
  });

  it('stay whole where the lead agency cannot work without the filer', async () => {
    const filed = await world.anyone.files({
      category: 'DIEN-03',
      text: 'Hóa đơn tháng 2 tăng gấp đôi, gọi lại tôi 0912 345 678.',
      place: { ward: '00256' },
      answers: { customer_code: 'PD01000123456', billing_period: '2026-02' },
      filer: { name: 'Lan', phone: '0912345678' },
    });
    const one = await caseIdOf(world, filed.code);
    const { lead } = await (await world.operator()).sees(one);
    const seen = await (await world.head(lead ?? '')).sees(one);
    expect(seen.text).toContain('0912 345 678');
    const observed = await (await world.as('quan.sat')).sees(one);
    expect([observed.text, observed.answers['customer_code']]).toEqual([
      'Hóa đơn tháng 2 tăng gấp đôi, gọi lại tôi [số điện thoại].',
      '[mã khách hàng]',
    ]);
  });
});

describe('the search', () => {
  const hits = async (by: Api, q: string, more = '') => {
    const page = await by.lists(`?queue=all&q=${encodeURIComponent(q)}${more}`);
    return [page.items.filter((one) => one.id === id).length, page.next];
  };

  it.each(['0912 345 678', '0912', '345', '0912.345.678', 'tắt 0912', 'lan.le@canary.example'])(
    'tells only those who may read %s that it is there',
    async (q) => {
      await world.deliver();
      const reading = [
        await world.operator(),
        await world.supervisor(),
        await world.as('lanh.dao'),
      ];
      for (const by of reading) expect(await hits(by, q)).toEqual([1, null]);
      const others = [await world.head('HAPULICO'), await world.as('hapulico.can.bo')];
      for (const by of [...others, await world.as('quan.sat')])
        for (const more of ['', '&limit=1', '&limit=100'])
          expect(await hits(by, q, more)).toEqual([0, null]);
    },
  );

  it('finds by the words that one is shown', async () => {
    const [head, observer] = [await world.head('HAPULICO'), await world.as('quan.sat')];
    for (const by of [head, observer])
      for (const q of ['đâm vào cột', 'khẩn gọi 114', 'KHAN, GOI: 114!'])
        expect(await hits(by, q)).toEqual([1, null]);
    for (const q of ['Lê Thị Lan', '29A-123.45', 'PD01000123456', 'số nhà 36']) {
      expect(await hits(head, q)).toEqual([1, null]);
      expect(await hits(observer, q)).toEqual([0, null]);
    }
  });

  it('finds by a phone where the agency may know the filer', async () => {
    const { items } = await (await world.head('EVNHANOI')).lists('?queue=all&q=0912345678');
    expect(items).toEqual([]);
    const own = await (await world.head('EVNHANOI')).lists('?queue=all&q=0912%20345%20678');
    expect(own.items.map(({ category }) => category)).toEqual(['DIEN-03']);
    const watched = await (await world.as('quan.sat')).lists('?queue=all&q=0912%20345%20678');
    expect(watched.items).toEqual([]);
  });

  it('is not stopped short by hits on hidden words', async () => {
    const copies = Array.from({ length: 3 }, () => world.anyone.files(streetLight()));
    await Promise.all(copies);
    await world.deliver();
    const observer = await world.as('quan.sat');
    const first = await observer.lists('?queue=all&limit=2&q=48');
    const rest = await observer.lists(`?queue=all&limit=2&q=48&after=${first.next}`);
    expect([first.items.length, rest.items.length, rest.next]).toEqual([2, 1, null]);
  });
});

describe('what is said later', () => {
  it('is masked in the timeline, where the filer wrote it', async () => {
    const head = await world.head('HAPULICO');
    await head.does(id, 'ask', { text: 'Cột số mấy?' });
    const reply = { text: 'Cột HM-14, gọi 0977 111 222 gặp ông Lê Văn Tám.' };
    await world.anyone.post(`/api/complaints/${code}/messages`, reply).expect(200);
    const noted = await head.does(id, 'note', { text: 'Đã gọi thợ 0988 333 444.' });
    expect(noted.excerpt).toBe(masked.agency.slice(0, 160));
    await head.does(id, 'answer', { ...answer, finding: 'Đã gặp bà Lê Thị Lan tại chỗ.' });
    const operator = await seenBy(await world.operator());
    expect(operator.said).toContain(reply.text);
    const agency = await seenBy(head);
    expect(agency.said).toContain('Cột HM-14, gọi [số điện thoại] gặp ông Lê Văn Tám.');
    expect(agency.said).toContain('Đã gọi thợ 0988 333 444.');
    const observer = await (await world.as('quan.sat')).sees(id);
    const said = JSON.stringify(observer);
    expect(said).toContain('Cột HM-14, gọi [số điện thoại] gặp ông [họ tên].');
    expect(said).toContain('Đã gặp bà [họ tên] tại chỗ.');
    expect(said).not.toMatch(/0977|0988|0912|Lê Thị Lan|Lê Văn Tám/);
  });

  it('is masked in the task for an observer, not for the agency that does it', async () => {
    const one = await caseIdOf(world, (await world.anyone.files(unclear())).code);
    const task = 'Gặp anh Trần Văn Bảy, 0912 345 678.';
    const operator = await world.operator();
    await operator.does(one, 'classify', { category: 'KH-05' });
    await operator.does(one, 'assign', { lead: 'HSDC', task });
    const taskSeenBy = async (by: Api) =>
      (await by.sees(one)).timeline.find(({ type }) => type === 'assigned')?.data['task'];
    expect(await taskSeenBy(await world.head('HSDC'))).toBe(task);
    expect(await taskSeenBy(await world.as('quan.sat'))).toBe('Gặp anh [họ tên], [số điện thoại].');
  });

  it('is masked in a mail to the agency', async () => {
    const operator = await world.operator();
    await operator.does(id, 'send_back', { text: 'Gọi lại người gửi 0912 345 678 rồi bổ sung.' });
    await world.deliver();
    const mails = await mailsOf(world);
    const toStaff = JSON.stringify(mails);
    expect(toStaff).toContain('Gọi lại người gửi [số điện thoại] rồi bổ sung.');
    expect(toStaff).not.toContain('0912 345 678');
  });

  it('leaves what is stored as it was written', async () => {
    const [row] = await world.behind.query('select text from complaint where id = $1', [id]);
    expect(row.text).toBe(text);
    const messages = await world.behind.query('select text from message where complaint_id = $1', [
      id,
    ]);
    expect(JSON.stringify(messages)).toContain('0977 111 222');
  });

  it('shows the published words no longer once nobody has the case', async () => {
    await world.behind.query(`update complaint set officer = null where id = $1`, [id]);
    expect((await published())?.text).toBeNull();
  });
});
