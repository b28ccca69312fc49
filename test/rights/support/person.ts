import type { UseRight, RightUsed } from '../../../src/intake/person/rights.dto.js';
import { mailsOf } from '../../stories/support/events.js';
import { caseIdOf, streetLight } from '../../world/complaints.js';
import type { World } from '../../world/world.js';

export const who = {
  name: 'Chim Vành Khuyên',
  phone: '0987 654 321',
  email: 'vanh.khuyen@canary.example',
  address: 'Ngõ 4711 phố Hàng Chuối',
};

export interface Filed {
  id: string;
  code: string;
}

/** A street light that HAPULICO has by itself, with its filer. */
export async function filedBy(
  world: World,
  filer: object | null = who,
  changes = {},
): Promise<Filed> {
  const { code } = await world.anyone.files(streetLight({ filer, ...changes }));
  return { code, id: await caseIdOf(world, code) };
}

export const asks = (world: World, code: string, contact: string) =>
  world.anyone.post(`/api/complaints/${code}/proof`, { contact });

/** The code in the last mail to an address. */
export async function codeMailed(world: World, to = who.email): Promise<string> {
  await world.deliver();
  const mails = (await mailsOf(world)).filter((one) => one.to === to);
  const codes = mails.flatMap(({ text }) => /: (\d{6})\n/.exec(text)?.[1] ?? []);
  return codes.at(-1) ?? '';
}

export async function proofOf(world: World, code: string, email = who.email): Promise<string> {
  await asks(world, code, email).expect(202);
  return codeMailed(world, email);
}

export const uses = (world: World, code: string, asked: Partial<UseRight>) =>
  world.anyone.post(`/api/complaints/${code}/rights`, { ...asked });

/** A right with a fresh proof, expected to be granted. */
export async function granted(
  world: World,
  code: string,
  asked: Partial<UseRight>,
  email = who.email,
): Promise<RightUsed> {
  const proof = await proofOf(world, code, email);
  return (await uses(world, code, { ...asked, proof }).expect(200)).body as RightUsed;
}
