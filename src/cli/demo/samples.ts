import type { RejectReason, Urgency } from '#lifecycle';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One complaint of `demo/samples.json`: what is filed, what it should come to, what an operator does with it. */
export interface Sample {
  id: string;
  complaint: { category: string | null; text: string } & Record<string, unknown>;
  expected: {
    category: string | null;
    urgency: Urgency;
    agencyType: string | null;
    action: string;
  };
  triage: { category: string; urgency: Urgency; about?: string } | { reject: RejectReason };
}

export async function readSamples(cityDir: string): Promise<Sample[]> {
  return JSON.parse(await readFile(join(cityDir, 'demo', 'samples.json'), 'utf8')) as Sample[];
}

/** The samples say null for what a filer leaves out. */
export function filingOf({ complaint }: Sample): Record<string, unknown> {
  const given = Object.entries(complaint).filter(([, value]) => value !== null);
  return Object.fromEntries(given);
}
