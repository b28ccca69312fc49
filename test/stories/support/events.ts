import type { World } from '../../world/world.js';

export interface Logged {
  number: number;
  type: string;
  at: Date;
  actor: { kind: string; name?: string };
  data: Record<string, unknown> & { clock?: string; to?: string[]; scheduledFor?: string };
}

/** The events of a complaint as the database has them. */
export function eventsOf(world: World, id: string): Promise<Logged[]> {
  return world.behind.query(
    'select number, type, at, actor, data from complaint_event where complaint_id = $1 order by number',
    [id],
  );
}

/** The notices of a complaint, `template → recipient`, oldest first, from outbox row `after` on. */
export async function noticesOf(world: World, id: string): Promise<string[]> {
  const rows = await world.behind.query<{ notice: string }[]>(
    `select template || ' → ' || recipient as notice from outbox
     where complaint_id = $1 and channel = 'mail' order by id`,
    [id],
  );
  return rows.map(({ notice }) => notice);
}

export interface KeptMail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** The mails that the demo has kept, oldest first. */
export function mailsOf(world: World): Promise<KeptMail[]> {
  return world.behind.query('select "to", subject, text, html from kept_mail order by id');
}

/** Lets every session live on, for stories that last longer than a working day. */
export async function keepSignedIn(world: World): Promise<void> {
  await world.behind.query(
    `update session set expires_at = 'infinity', last_seen_at = '9999-01-01'`,
  );
}
