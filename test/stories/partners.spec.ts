import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { answer, caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { eventsOf, keepSignedIn } from './support/events.js';
import { photo } from './support/files.js';
import { lastToken, makePartner, PARTNER, withPartner } from './support/partners.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
  await makePartner(world);
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => keepSignedIn(world));

const partner = {
  sees: (token: string) => world.anyone.get(`/api/partner/${token}`),
  does: (token: string, command: string, body = {}) =>
    world.anyone.post(`/api/partner/${token}/${command}`, body),
};
const refused = { status: 404, code: 'partner.link_refused' };
const told = async (asked: request.Test) => {
  const { status, body } = await asked;
  return { status, code: (body as { code?: string }).code };
};
const returned = { ground: 'not_clear', text: 'Không thuộc đơn vị chúng tôi quản lý.' };

describe('an agency without accounts', () => {
  it('is told by mail with a link, and sees the matter without who filed it', async () => {
    const { token, mail, id } = await withPartner(world);
    expect(token).toHaveLength(43);
    expect(mail?.text).toContain(`${world.config.publicUrl}/partner/${token}`);
    expect(mail?.text).toContain('Đường liên kết dùng thay tài khoản của đơn vị');
    const { body } = await partner.sees(token).expect(200);
    expect(body).toMatchObject({
      category: { vi: 'Đèn đường hỏng, không sáng' },
      status: 'assigned',
      place: { address: 'Phố Hòa Mã', lat: 21.0152 },
      can: ['accept', 'return', 'ask'],
      usesLeft: 20,
    });
    expect(body.text).toContain('Đèn đường phố Hòa Mã không sáng');
    const all = JSON.stringify([body, mail]);
    for (const secret of ['Bình', '0912', 'binh@', 'binh.jpg']) expect(all).not.toContain(secret);
    const { headers } = await world.anyone
      .get(`/api/partner/${token}/attachments/${body.photos[0].id}`)
      .expect(200);
    expect(headers['content-disposition']).not.toContain('binh');
    const kept = await world.behind.query<{ row: string }[]>(
      'select to_jsonb(l)::text as row from partner_link l where complaint_id = $1',
      [id],
    );
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('accepts, asks, and answers with photos, each under its own name in the log', async () => {
    const { token, id, code } = await withPartner(world);
    await partner.does(token, 'accept').expect(200);
    const asked = { text: 'Cột đèn số mấy ạ?' };
    await partner.does(token, 'ask', asked).expect(200);
    await world.anyone.post(`/api/complaints/${code}/messages`, { text: 'Cột HM-14.' }).expect(200);
    const { body } = await partner.sees(token).expect(200);
    expect(body.said.map((one: { text: string }) => one.text)).toEqual([asked.text, 'Cột HM-14.']);
    const sent = request(world.url)
      .post(`/api/partner/${token}/answer`)
      .field('answer', JSON.stringify(answer))
      .attach('files', photo(2), 'sau.jpg');
    expect((await sent.expect(200)).body).toMatchObject({ status: 'answered' });
    const events = await eventsOf(world, id);
    expect(events.filter(({ actor }) => actor.kind === 'partner').map(({ type }) => type)).toEqual([
      'accepted',
      'question_asked',
      'answered',
    ]);
    expect(events.at(-1)?.actor).toMatchObject({ kind: 'partner', agency: PARTNER });
    const seen = await (await world.operator()).sees(id);
    expect(seen.timeline.at(-1)).toMatchObject({
      actor: { kind: 'partner', agency: PARTNER },
      parts: { finding: answer.finding },
    });
    expect(events.at(-1)?.data['evidence']).toEqual([seen.attachments[1]?.id]);
    expect((await partner.sees(token).expect(200)).body.usesLeft).toBe(17);
    await (await world.operator()).does(id, 'publish');
    expect((await world.anyone.tracks(code)).status).toBe('resolved');
  });

  it('brings files that are looked into like all others', async () => {
    const { token } = await withPartner(world);
    await partner.does(token, 'accept').expect(200);
    const sent = request(world.url)
      .post(`/api/partner/${token}/answer`)
      .field('answer', JSON.stringify(answer))
      .attach('files', Buffer.from('MZ nothing'), 'sau.jpg');
    expect((await sent).status).toBe(415);
    expect((await partner.sees(token).expect(200)).body.status).toBe('in_progress');
  });

  it('is told of what comes later by the same link', async () => {
    const { token, id } = await withPartner(world);
    await partner.does(token, 'accept').expect(200);
    await partner.does(token, 'answer', answer).expect(200);
    await (await world.operator()).does(id, 'send_back', { text: 'Thiếu ảnh sau khi thay.' });
    const after = await lastToken(world, id);
    expect(after.token).toBe(token);
    expect(after.mail?.subject).toContain('Kết quả cần bổ sung');
    await partner.does(token, 'answer', answer).expect(200);
  });
});

describe('a link', () => {
  it('changes nothing when it is opened, however often', async () => {
    const { token, id } = await withPartner(world);
    const before = await eventsOf(world, id);
    for (let time = 0; time < 5; time += 1) await partner.sees(token).expect(200);
    expect(await eventsOf(world, id)).toEqual(before);
    expect((await partner.sees(token).expect(200)).body.usesLeft).toBe(20);
    for (const command of ['accept', 'ask', 'answer', 'return'])
      await world.anyone.get(`/api/partner/${token}/${command}`).expect(404);
  });

  it('ends when the matter is returned, and does not come back with the matter', async () => {
    const { token, id } = await withPartner(world);
    await partner.does(token, 'return', returned).expect(200);
    expect(await told(partner.sees(token))).toEqual(refused);
    expect(await told(partner.does(token, 'accept'))).toEqual(refused);
    const operator = await world.operator();
    expect((await operator.sees(id)).status).toBe('new');
    const supervisor = await world.supervisor();
    await supervisor.does(id, 'assign', { lead: PARTNER, text: 'Thuộc trách nhiệm của đơn vị.' });
    const again = await lastToken(world, id);
    expect(again.token).not.toBe(token);
    await partner.sees(again.token).expect(200);
    expect(await told(partner.sees(token))).toEqual(refused);
  });

  it('ends when the center gives the matter to another agency', async () => {
    const { token, id } = await withPartner(world);
    await (await world.operator()).does(id, 'assign', { lead: 'HAPULICO' });
    expect(await told(partner.sees(token))).toEqual(refused);
  });

  it('answers alike whether unknown, expired, used up or revoked', async () => {
    const tokens = ['x', 'A'.repeat(43), "'or''='", '..%2f..%2fapi'];
    const expired = await withPartner(world);
    await world.behind.query(`update partner_link set expires_at = $2 where complaint_id = $1`, [
      expired.id,
      world.time.now(),
    ]);
    const usedUp = await withPartner(world);
    await world.behind.query(`update partner_link set uses_left = 1 where complaint_id = $1`, [
      usedUp.id,
    ]);
    await partner.does(usedUp.token, 'accept').expect(200);
    const revoked = await withPartner(world);
    const operator = await world.operator();
    const links = `/api/cases/${revoked.id}/partner-links`;
    const [first] = (await operator.get(links).expect(200)).body as { id: string }[];
    await operator.delete(`${links}/${first?.id}`).expect(200);
    await operator.delete(`${links}/${first?.id}`).expect(404);
    tokens.push(expired.token, usedUp.token, revoked.token);
    const bodies = new Set<string>();
    for (const token of tokens) {
      const { status, body } = await partner.sees(token);
      expect(status).toBe(404);
      bodies.add([body.code, body.title, body.detail].join('|'));
      const written = await told(partner.does(token, 'ask', { text: 'Còn đó không ạ?' }));
      expect(written).toEqual(refused);
    }
    expect(bodies.size).toBe(1);
  });

  it('is used once by two who use its last use at the same time', async () => {
    const { token, id } = await withPartner(world);
    await world.behind.query(`update partner_link set uses_left = 1 where complaint_id = $1`, [id]);
    const both = await Promise.all([
      told(partner.does(token, 'accept')),
      told(partner.does(token, 'accept')),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  });

  it('opens no file of another matter and no other matter', async () => {
    const one = await withPartner(world);
    const other = await withPartner(world);
    const { body } = await partner.sees(other.token).expect(200);
    const path = `/api/partner/${one.token}/attachments/${body.photos[0].id}`;
    await world.anyone.get(path).expect(404);
  });

  it('gives no command that is not the agency’s now', async () => {
    const { token } = await withPartner(world);
    expect(await told(partner.does(token, 'answer', answer))).toEqual({
      status: 409,
      code: 'move.not_allowed',
    });
    await world.anyone.post(`/api/partner/${token}/publish`).expect(404);
    // What was refused took no use.
    expect((await partner.sees(token).expect(200)).body.usesLeft).toBe(20);
  });

  it('is sent anew by an operator, and the one before it ends', async () => {
    const { token, id } = await withPartner(world);
    const operator = await world.operator();
    const { body } = await operator.tells(id, 'partner-links');
    expect(body).toHaveLength(2);
    expect(JSON.stringify(body)).not.toContain(token);
    expect(await told(partner.sees(token))).toEqual(refused);
    await partner.sees((await lastToken(world, id)).token).expect(200);
  });

  it('is not made for an agency that has accounts', async () => {
    const { code } = await world.anyone.files(streetLight());
    const id = await caseIdOf(world, code);
    const operator = await world.operator();
    const { status, body } = await operator.tells(id, 'partner-links');
    expect([status, body.code]).toEqual([409, 'partner.none']);
    expect((await operator.tells(id, 'partner-links', {}, 1)).body.code).toBe('case.stale');
    const head = await world.head('HAPULICO');
    await head.get(`/api/cases/${id}/partner-links`).expect(403);
  });
});

describe('guessing links', () => {
  it('is slowed down like guessing tracking codes', async () => {
    const limited = await World.start({ RATE_LIMITS: 'on' });
    try {
      const tries: number[] = [];
      for (let number = 0; number < 61; number += 1)
        tries.push((await limited.anyone.get(`/api/partner/${'B'.repeat(43)}`)).status);
      expect(tries.slice(0, 60).every((status) => status === 404)).toBe(true);
      expect(tries.at(-1)).toBe(429);
    } finally {
      await limited.stop();
    }
  }, 60_000);
});
