import { City } from '../../../src/catalog/city.js';
import { caseIdOf, streetLight } from '../../world/complaints.js';
import type { World } from '../../world/world.js';
import { mailsOf } from './events.js';
import { filesWith, photo } from './files.js';

/** Without accounts, and with an address that the story gives it. */
export const PARTNER = 'VIWACO';
export const ADDRESS = 'truc.ban@doi-tac.example';

export async function makePartner(world: World): Promise<void> {
  const agency = world.app.get(City, { strict: false }).agency(PARTNER);
  Object.assign(agency ?? {}, { partner: { email: ADDRESS } });
  await world.behind.query(`update staff set active = false where agency = $1`, [PARTNER]);
}

const tokenIn = (text = '') => /\/partner\/([\w-]+)/.exec(text)?.[1] ?? '';

/** What the newest mail about a case says, and the token in it. */
export async function lastToken(world: World, id: string) {
  await world.deliver();
  const mails = (await mailsOf(world)).filter(
    ({ to, subject }) => to === ADDRESS && subject.includes(id.slice(-8)),
  );
  return { token: tokenIn(mails.at(-1)?.text), mail: mails.at(-1), count: mails.length };
}

const filer = { name: 'Nguyễn Văn Bình', phone: '0912345678', email: 'binh@example.vn' };
const text = 'Đèn đường phố Hòa Mã không sáng 3 hôm nay. Tôi là Nguyễn Văn Bình, gọi 0912 345 678.';

/** A matter with the partner, and the token that was mailed. */
export async function withPartner(world: World) {
  const { code } = (
    await filesWith(world, streetLight({ text, filer }), [
      { name: 'binh.jpg', content: photo(1) },
    ]).expect(201)
  ).body as { code: string };
  const id = await caseIdOf(world, code);
  await (await world.operator()).does(id, 'assign', { lead: PARTNER });
  const { token, mail } = await lastToken(world, id);
  return { code, id, token, mail };
}
