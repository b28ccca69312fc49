import { boxAround, reachOf, type Matter } from '#likeness';
import { In } from 'typeorm';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { prepared, type Tx } from '../../platform/database/door.js';
import { sha256 } from '../../platform/sha256.js';

/** So many are compared; in a storm the latest of them. */
export const MOST = 50;

const HOUR = 3_600_000;

interface Asked {
  /** Categories of the matter's families. */
  categories: readonly string[];
  /** Whether also what has no category yet. */
  unclassified: boolean;
  /** A condition on the status and kind of what is found. */
  among: string;
  /** How far the points of what is found may be off, in metres. */
  slackMeters: number;
}

/** Parameters are numbered as they are named. */
class Values {
  readonly list: unknown[] = [];

  add(value: unknown): string {
    return `$${this.list.push(value)}`;
  }
}

/** Where something is that can be the same: near the point, and in its ward what has none. */
function places(matter: Matter, slackMeters: number, values: Values): string[] {
  const { point, ward } = matter;
  const inWard = ward === null ? 'ward is null' : `ward = ${values.add(ward)}`;
  if (!point) return [inWard];
  const box = boxAround(point, reachOf(matter).meters + slackMeters);
  const [south, north] = [values.add(box.south), values.add(box.north)];
  const [west, east] = [values.add(box.west), values.add(box.east)];
  return [
    `lat between ${south} and ${north} and lon between ${west} and ${east}`,
    `${inWard} and lat is null`,
  ];
}

/**
 * What can tell of the same event: by family, place and time, in the name that the transaction is in. The cost follows
 * what was filed of these categories within the window. Indexes: complaint_near, complaint_in_ward.
 */
export async function candidates(
  tx: Tx,
  matter: Matter,
  { categories, unclassified, among, slackMeters }: Asked,
): Promise<ComplaintRow[]> {
  const values = new Values();
  const reach = reachOf(matter).hours * HOUR;
  const from = values.add(new Date(matter.at.getTime() - reach));
  const to = values.add(new Date(matter.at.getTime() + reach));
  const kinds = [
    ...(categories.length > 0 ? [`category = any(${values.add(categories)}::text[])`] : []),
    ...(unclassified ? ['category is null'] : []),
  ];
  const branches = places(matter, slackMeters, values).flatMap((place) =>
    kinds.map(
      (kind) => `select id, filed_at from complaint
        where ${kind} and filed_at between ${from} and ${to} and ${place} and ${among}`,
    ),
  );
  if (branches.length === 0) return [];
  // Materialised, or the planner may walk all that was ever filed backwards in search of fifty.
  const statement = `with near as materialized (${branches.join(' union all ')})
     select id from near order by filed_at desc limit ${MOST}`;
  // Planning it under the policies takes longer than running it; there are a handful of shapes.
  const name = `candidates_${sha256(statement).slice(0, 16)}`;
  const found = await prepared<{ id: string }>(tx, name, statement, values.list);
  return tx.findBy(ComplaintRow, { id: In(found.map(({ id }) => id)) });
}
