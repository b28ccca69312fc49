import type { Lesson, Subject } from '#classifier';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { City } from '../../catalog/city.js';
import type { Category } from '../../catalog/city-data.js';
import type { Tx } from '../../platform/database/door.js';
import { isOffered } from '../../catalog/offered.js';

/** More would make a night's training longer than a minute, and old words say less about today's city. */
const MOST = 3000;

/** What a person at the center has decided of a complaint. */
export interface Decision extends Lesson {
  decidedAt: Date;
}

/** The categories that people file under, with their own words. */
export const subjectsOf = (categories: readonly Category[]): Subject[] =>
  categories.filter(isOffered).map(({ code, urgency, name, keywords, urgentWords }) => ({
    code,
    urgency,
    names: [name.vi, name.en],
    keywords: keywords.vi,
    urgentWords: urgentWords.vi,
  }));

interface Sample {
  complaint: { text: string };
  expected: { category: string | null; urgency: string };
}

/** The city's own samples, for the time before anybody has decided anything; a city may have none. */
export async function sampleLessons(cityDir: string): Promise<Lesson[]> {
  const text = await readFile(join(cityDir, 'demo', 'samples.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '[]';
      throw error;
    },
  );
  return (JSON.parse(text) as Sample[])
    .filter(({ complaint }) => complaint.text.trim() !== '')
    .map(({ complaint, expected }) => ({
      text: complaint.text,
      category: expected.category,
      urgency: expected.urgency,
    }));
}

/**
 * The latest complaints that a person classified or assigned, as they stand today. What was made anonymous has no words
 * left, and whose use is restricted is not learned from; neither is what a rule or a model decided alone.
 */
const decided = `with latest as (
    select c.id, c.text, c.category, c.urgency, c.filed_at from complaint c
    where not c.anonymised and not c.restricted and c.category is not null and c.status <> 'rejected'
      and exists (select from complaint_event e where e.complaint_id = c.id
        and e.type in ('classified', 'assigned') and e.actor->>'kind' = 'staff')
    order by c.filed_at desc, c.id desc limit $1)
  select text, category, urgency, (select max(e.at) from complaint_event e
    where e.complaint_id = latest.id and e.type in ('classified', 'assigned')
      and e.actor->>'kind' = 'staff') as "decidedAt"
  from latest order by filed_at, id`;

/** Only categories that the city still has: a code that is gone can be suggested to nobody. */
export async function decisions(tx: Tx, city: City): Promise<Decision[]> {
  const found = await tx.query<Decision[]>(decided, [MOST]);
  return found.filter(({ category }) => {
    const known = city.category(category);
    return known !== null && isOffered(known);
  });
}
