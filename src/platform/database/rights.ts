import type { DataSource } from 'typeorm';
import { derive } from '../config/secret-key.js';

type Right = 'select' | 'insert' | 'update' | `update (${string})` | 'delete';

/** What the program may do with each table. The log can only grow: nobody here may change or remove an event. */
export const rights: Record<string, readonly Right[]> = {
  complaint: ['select', 'insert', 'update'],
  complaint_link: ['select', 'insert'],
  complaint_event: ['select', 'insert'],
  complaint_search: ['select', 'insert', 'update', 'delete'],
  clock: ['select', 'insert', 'update'],
  incident: ['select', 'insert', 'update'],
  incident_event: ['select', 'insert'],
  // What removes words and people is held by the policies to system:retention alone.
  message: ['select', 'insert', 'update (text, parts)'],
  filer: ['select', 'insert', 'update (key, sealed, contact_phone, contact_mail)', 'delete'],
  // The owner alone reads what was kept before it was sealed.
  filer_plain: [],
  // The right to update a key's id is what locking it takes.
  contact_proof: ['select', 'insert', 'update', 'delete'],
  identity_key: ['select', 'insert', 'update (id)', 'delete'],
  attachment: ['select', 'insert', 'update (scan)', 'delete'],
  partner_link: ['select', 'insert', 'update (uses_left, revoked_at)'],
  outbox: ['select', 'insert', 'update'],
  kept_mail: ['select', 'insert'],
  reply_draft: ['select', 'insert', 'update', 'delete'],
  saved_view: ['select', 'insert', 'update', 'delete'],
  idempotency_key: ['select', 'insert', 'delete'],
  diversion_count: ['select', 'insert', 'update'],
  used_challenge: ['select', 'insert', 'delete'],
  caller_look_up: ['select', 'insert', 'update (shown)'],
  rate_limit: ['select', 'insert', 'update', 'delete'],
  staff: ['select', 'insert', 'update'],
  notice_preference: ['select', 'insert', 'update'],
  stand_in: ['select', 'insert', 'update'],
  session: ['select', 'insert', 'update', 'delete'],
  sign_in_attempt: ['select', 'insert', 'update', 'delete'],
  second_factor: ['select', 'insert', 'update', 'delete'],
  password_reset: ['select', 'insert', 'delete'],
  staff_event: ['select', 'insert'],
  staff_identity: ['select', 'insert'],
  api_key: ['select', 'insert', 'update'],
  system_event: ['select', 'insert'],
  webhook: ['select', 'insert', 'update'],
  webhook_delivery: ['select', 'insert', 'delete'],
  city_record: ['select', 'insert'],
  city_draft: ['select', 'insert', 'update'],
  recalculation: ['select', 'insert', 'update'],
  // Locking takes a right to update.
  recalculation_case: ['select', 'insert', 'update', 'delete'],
  classifier_model: ['select', 'insert'],
  log_follower: ['select', 'update'],
  backup_run: ['select'],
  migration: ['select'],
};

/** What the program may ask the owner's functions. */
const functions = ['complaints_with(text)', 'staff_names(uuid[])'];

export interface ProgramRole {
  name: string;
  password: string;
}

/**
 * The role that the program connects as: it owns nothing. Name and password follow from the secret key,
 * so that replicas with one key share it and installations with others do not meet in one cluster.
 */
export function programRole(secretKey: Buffer): ProgramRole {
  return {
    name: `dau_moi_${derive(secretKey, 'database role name').toString('hex').slice(0, 12)}`,
    password: derive(secretKey, 'database role password').toString('hex'),
  };
}

/** Makes the role and gives it its rights on the schema; run by the owner after the migrations. */
export async function grantRights(
  owner: DataSource,
  schema: string,
  role: ProgramRole,
): Promise<void> {
  const [known] = await owner.query('select 1 from pg_roles where rolname = $1', [role.name]);
  if (!known)
    await owner.query(
      `create role ${role.name} login nosuperuser nocreatedb nocreaterole password '${role.password}'`,
    );
  const grants = Object.entries(rights)
    .filter(([, granted]) => granted.length > 0)
    .map(
      ([table, granted]) => `grant ${granted.join(', ')} on ${schema}."${table}" to ${role.name}`,
    );
  // One transaction: a replica that is at work never finds itself without its rights.
  await owner.query(
    [
      'begin',
      `revoke all on all tables in schema ${schema} from ${role.name}`,
      `grant usage on schema ${schema} to ${role.name}`,
      ...grants,
      ...functions.map((name) => `grant execute on function ${schema}.${name} to ${role.name}`),
      'commit',
    ].join('; '),
  );
}

/** The owner's address with the program's role in it. */
export function addressAs(url: string, role: ProgramRole): string {
  const address = new URL(url);
  address.username = role.name;
  address.password = role.password;
  return address.href;
}
