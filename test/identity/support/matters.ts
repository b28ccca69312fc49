import type { PrivacyClass } from '#privacy';
import { caseIdOf } from '../../world/complaints.js';
import type { World } from '../../world/world.js';

export const who = {
  name: 'Chim Vành Khuyên',
  phone: '0987 654 321',
  email: 'vanh.khuyen@canary.example',
  address: 'Ngõ 4711 phố Hàng Chuối',
};

const seen_at = '2026-03-09T19:40:00+07:00';

/** A category of each privacy class, with the answers that it needs. */
const matters: Record<PrivacyClass, [string, Record<string, unknown>]> = {
  NORMAL: ['CS-01', { seen_at, extent: 'several' }],
  PERSONAL: ['DIEN-03', { customer_code: 'PD01', billing_period: '2026-02' }],
  REPORTER_HIDDEN: ['VS-02', { seen_at, waste_kind: 'construction' }],
  SENSITIVE: ['AN-01', { seen_at, happening_now: 'no' }],
  PROTECTED: ['CV-01', { office: 'Bộ phận một cửa', happened_at: seen_at }],
  DENUNCIATION_CHECK: ['CV-02', { office: 'Bộ phận một cửa', happened_when: 'Tháng 2' }],
};

export const filingOf = (privacy: PrivacyClass, filer: object = who) => {
  const [category, answers] = matters[privacy];
  const text = 'Một việc cần được xem xét.';
  return { category, answers, filer, text, place: { ward: '00256' }, declared: 'report' };
};

/** A case of a privacy class that HAPULICO leads and HSDC supports. */
export async function caseOf(world: World, privacy: PrivacyClass, filer: object = who) {
  const { code } = await world.anyone.files(filingOf(privacy, filer));
  const id = await caseIdOf(world, code);
  const operator = await world.operator();
  const { lead } = await operator.sees(id);
  // An agency that leads already is not assigned again.
  if (lead === 'HAPULICO') await operator.does(id, 'assign', { lead: 'EVNHANOI' });
  await operator.does(id, 'assign', { lead: 'HAPULICO', supporting: ['HSDC'] });
  return { id, code };
}

/** Complaints like the first one, without a filer. @returns their ids */
export async function copiesOf(world: World, count: number): Promise<string[]> {
  const rows = await world.behind.query<{ id: string }[]>(
    `with first as (select to_jsonb(c) as row from complaint c order by filed_at limit 1),
     made as (
       insert into complaint select (jsonb_populate_record(null::complaint, row || jsonb_build_object(
         'id', gen_random_uuid(), 'code', gen_random_uuid()))).*
       from first, generate_series(1, $1) returning id)
     select id from made`,
    [count],
  );
  return rows.map(({ id }) => id);
}
