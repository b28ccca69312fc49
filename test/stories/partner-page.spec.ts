import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { answer } from '../world/complaints.js';
import { World } from '../world/world.js';
import { eventsOf, keepSignedIn } from './support/events.js';
import { photo } from './support/files.js';
import { makePartner, withPartner } from './support/partners.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
  await makePartner(world);
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => keepSignedIn(world));

const page = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(world.url + path, { redirect: 'manual', ...init });
  const html = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    agencies: [...html.matchAll(/<option value="([^"]+)"/g)].map((found) => found[1]),
    text: html.replaceAll(/<option.*?<\/option>/g, ''),
  };
};

/** Sends a form as a browser without script does: all its fields, an empty choice of files among them. */
const sends = (token: string, step: string, fields: Record<string, string>, files: Blob[] = []) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (step === 'answer')
    for (const file of files.length > 0 ? files : [new File([], '')])
      body.append('files', file, file instanceof File ? file.name : 'sau.jpg');
  return page(`/partner/${token}/${step}`, { method: 'POST', body });
};
const accepts = (token: string, headers = {}) =>
  page(`/partner/${token}/accept`, { method: 'POST', headers, body: new FormData() });

const form =
  /<form method="post" action="[^"]*\/(\w+)(?:\?lang=en)?" enctype="multipart\/form-data">/g;
const formsIn = (text: string) => [...text.matchAll(form)].map((found) => found[1]);
const picture = (number: number) => new Blob([new Uint8Array(photo(number))]);
const typesOf = async (id: string) => (await eventsOf(world, id)).map(({ type }) => type);

describe('the page of a link', () => {
  it('shows the matter and what can be done, and nothing of who filed it', async () => {
    const { token, id } = await withPartner(world);
    const { status, text } = await page(`/partner/${token}`);
    expect(status).toBe(200);
    for (const shown of [
      `<html lang="vi">`,
      `Đèn đường hỏng, không sáng · ${id.slice(-8)}`,
      'Phố Hòa Mã',
      'Tiếp nhận trước',
      'Đèn đường phố Hòa Mã không sáng',
      'href="geo:21.0152,',
      'alt="Ảnh 1"',
      '024 1022',
    ])
      expect(text).toContain(shown);
    for (const secret of ['Bình', '0912', 'binh']) expect(text).not.toContain(secret);
    expect(formsIn(text)).toEqual(['accept', 'ask', 'return']);
    const source = /<img src="([^"]+)"/.exec(text)?.[1] ?? '';
    expect((await page(source)).headers.get('content-type')).toBe('image/jpeg');
    const english = await page(`/partner/${token}?lang=en`);
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('Accept this matter');
    expect(english.text.replace('lang="vi">Tiếng Việt', '')).not.toContain('Tiếp nhận trước');
  });

  it('takes the matter through: accepted, answered with photos, nothing left to do', async () => {
    const { token, id, code } = await withPartner(world);
    const accepted = await accepts(token);
    expect(accepted.status).toBe(303);
    const shown = await page(accepted.headers.get('location') ?? '');
    expect(shown.text).toContain('<p class="done" role="status">Đã tiếp nhận.</p>');
    expect(formsIn(shown.text)).toEqual(['answer', 'ask', 'return']);
    const asked = await sends(token, 'ask', { text: 'Cột đèn số mấy ạ?' });
    expect(asked.status).toBe(303);
    await world.anyone
      .post(`/api/complaints/${code}/messages`, { text: 'Cột <b>HM-14</b>.' })
      .expect(200);
    const talk = (await page(`/partner/${token}`)).text;
    expect(talk).toContain('Cột đèn số mấy ạ?');
    expect(talk).toContain('Cột &lt;b>HM-14&lt;/b>.');
    const written = { finding: 'Đúng như phản ánh.\r\nBóng hỏng.', done: answer.done, basis: '' };
    const sent = await sends(token, 'answer', written, [picture(2), picture(3)]);
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe(`/partner/${token}?done=answer`);
    const { timeline, attachments } = await (await world.operator()).sees(id);
    expect(timeline.at(-1)?.parts).toEqual({
      finding: 'Đúng như phản ánh.\nBóng hỏng.',
      done: answer.done,
      basis: null,
    });
    expect(attachments).toHaveLength(3);
    const last = await page(sent.headers.get('location') ?? '');
    expect(formsIn(last.text)).toEqual([]);
    expect(last.text).toContain('Hiện không có việc gì cần đơn vị làm.');
  });

  it('tells what is wrong at its field, and keeps all that was typed', async () => {
    const { token, id } = await withPartner(world);
    await accepts(token);
    const done = 'Đã thay bóng </textarea><script>alert(1)</script> lúc 9 giờ.';
    const short = await sends(token, 'answer', { finding: 'a', done, basis: '' });
    expect(short.status).toBe(400);
    expect(short.text).toContain('<title>Chưa gửi được · ');
    expect(short.text).toContain('role="alert"');
    expect(short.text).toContain(
      '<a href="#answer-finding">Kiểm tra thấy gì: Độ dài không đúng.</a>',
    );
    expect(short.text).toMatch(
      /id="answer-finding"[^>]* aria-describedby="answer-finding-hint answer-finding-wrong" aria-invalid="true"/,
    );
    expect(short.text).toContain('Đã thay bóng &lt;/textarea>&lt;script>');
    expect(short.text).not.toContain('<script>');
    const program = new File(['MZ nothing'], 'sau.jpg');
    const refused = await sends(token, 'answer', { finding: answer.finding, done }, [program]);
    expect(refused.status).toBe(415);
    expect(refused.text).toContain(`>${answer.finding}</textarea>`);
    expect(refused.text).toContain('xin chọn lại');
    expect(await typesOf(id)).not.toContain('answered');
    const early = await sends((await withPartner(world)).token, 'answer', {
      finding: answer.finding,
      done: answer.done,
    });
    expect(early.status).toBe(409);
    expect(formsIn(early.text)).toEqual(['accept', 'ask', 'return']);
  });

  it('returns a matter with its ground and owner, and then the link is dead', async () => {
    const { token, id } = await withPartner(world);
    const said = { ground: 'wrong_area', text: 'Tuyến này do đơn vị khác quản lý.' };
    const missing = await sends(token, 'return', { ...said, proposed: '' });
    expect(missing.status).toBe(400);
    expect(missing.text).toContain('<a href="#return-proposed">');
    expect(missing.text).toMatch(/value="wrong_area" checked/);
    expect(missing.agencies).toContain('HAPULICO');
    expect(missing.agencies).not.toContain('TTHT');
    const sent = await sends(token, 'return', { ...said, proposed: 'HAPULICO' });
    expect(sent.status).toBe(200);
    expect(sent.text).toContain('Đã trả lại.');
    expect(await typesOf(id)).toContain('returned');
    const dead = await page(`/partner/${token}`);
    expect([dead.status, dead.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    expect(dead.text).toContain('Đường liên kết này không dùng được');
    expect(dead.text).toContain('tel:0241022');
    expect(formsIn(dead.text)).toEqual([]);
  });

  it('takes no form of another site', async () => {
    const { token, id } = await withPartner(world);
    for (const origin of ['https://evil.example', 'null']) {
      const { status, text } = await accepts(token, { origin });
      expect([status, text.startsWith('<!doctype html>')]).toEqual([403, true]);
    }
    expect(await typesOf(id)).not.toContain('accepted');
    expect((await accepts(token, { origin: world.url })).status).toBe(303);
  });

  it('gives back what was typed while the database is gone, and sends it when it is back', async () => {
    const { token, id } = await withPartner(world);
    const [{ name }] = (await world.behind.query('select current_database() as name')) as [
      { name: string },
    ];
    const text = 'Cột đèn nào, gần số nhà mấy ạ?';
    await world.behind.query(`alter database "${name}" connection limit 0`);
    try {
      await world.behind.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename <> current_user`,
      );
      const { status, headers, text: shown } = await sends(token, 'ask', { text });
      expect([status, headers.get('retry-after')]).toEqual([503, '5']);
      expect(shown).toContain(`>${text}</textarea>`);
      expect(formsIn(shown)).toEqual(['ask']);
    } finally {
      await world.behind.query(`alter database "${name}" connection limit -1`);
    }
    expect((await sends(token, 'ask', { text })).status).toBe(303);
    expect(await typesOf(id)).toContain('question_asked');
  });
});

describe('guessing pages', () => {
  it('is slowed down like guessing links', async () => {
    const limited = await World.start({ RATE_LIMITS: 'on' });
    try {
      const got: string[] = [];
      for (let number = 0; number < 61; number += 1) {
        const { status, headers } = await fetch(`${limited.url}/partner/${'B'.repeat(43)}`);
        got.push(`${status} ${headers.get('content-type')}`);
      }
      const html = 'text/html; charset=utf-8';
      expect(new Set(got.slice(0, 60))).toEqual(new Set([`404 ${html}`]));
      expect(got.at(-1)).toBe(`429 ${html}`);
    } finally {
      await limited.stop();
    }
  }, 60_000);
});
