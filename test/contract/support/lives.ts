import { privacyClasses, type PrivacyClass } from '#privacy';
import { lake, photoOf } from '../../intake/support/pictures.js';
import { keepSignedIn } from '../../stories/support/events.js';
import { filesWith } from '../../stories/support/files.js';
import { answer, caseIdOf } from '../../world/complaints.js';
import type { World } from '../../world/world.js';
import { matterOf, type Matter } from './planted.js';

/** Who may reveal, once. */
const revealers: Partial<Record<PrivacyClass, string>> = {
  NORMAL: 'hapulico.thu.truong',
  PROTECTED: 'giam.sat',
  SENSITIVE: 'truc.tong.dai.1',
  DENUNCIATION_CHECK: 'giam.sat',
};

async function filed(world: World, matter: Matter, at: number): Promise<Matter> {
  const content = await photoOf({ at: { ...lake, lat: lake.lat + at / 1000 } });
  const files = [{ name: matter.fileName, content }];
  const { body } = await filesWith(world, matter.filing, files, `key ${matter.email}`).expect(201);
  const code = String(body.code);
  const secrets = { ...matter.secrets, 'code: code': code };
  return { ...matter, code, secrets, id: await caseIdOf(world, code) };
}

/** Filed, assigned, late, accepted, asked, replied, revealed, late again, answered, reopened, answered again, rated. */
export async function liveAll(world: World): Promise<Matter[]> {
  const matters: Matter[] = [];
  for (const [at, privacy] of privacyClasses.entries())
    matters.push(await filed(world, matterOf(privacy, at + 1), at));
  const operator = await world.operator();
  const [head, officer] = [await world.head('HAPULICO'), await world.officerOf('HAPULICO')];
  const each = async (work: (matter: Matter) => Promise<unknown>) => {
    for (const matter of matters) await work(matter);
  };
  const says = ({ code }: Matter, what: string, body: Record<string, unknown>) =>
    world.anyone.post(`/api/complaints/${code}/${what}`, body).expect(200);

  await each(async ({ id }) => {
    const { lead } = await operator.sees(id);
    // An agency that leads already is not assigned again.
    if (lead !== 'EVNHANOI') await operator.does(id, 'assign', { lead: 'EVNHANOI' });
    await operator.does(id, 'assign', { lead: 'HAPULICO', supporting: ['HSDC'] });
  });
  await keepSignedIn(world);
  world.time.set('2026-03-12T17:00:00+07:00');
  await world.fireTimers();
  await each(async (matter) => {
    await head.does(matter.id, 'accept', { officer });
    await head.does(matter.id, 'ask', { text: 'Xin cho biết thêm.' });
    await says(matter, 'messages', { text: matter.said.reply });
    const reason = 'Cần gọi ngay để tránh nguy hiểm.';
    const login = revealers[matter.privacy];
    if (login) await (await world.as(login)).does(matter.id, 'reveal', { reason });
  });
  await world.deliver();
  world.time.set('2026-04-20T17:00:00+07:00');
  await world.fireTimers();
  await each(async (matter) => {
    await head.does(matter.id, 'answer', answer);
    await operator.does(matter.id, 'publish');
    await says(matter, 'reopen', { text: matter.said.reopen });
    await head.does(matter.id, 'accept', { officer });
    await head.does(matter.id, 'answer', answer);
    await operator.does(matter.id, 'publish');
    await says(matter, 'rating', { score: 1, text: matter.said.rating });
  });
  await world.deliver();
  return matters;
}
