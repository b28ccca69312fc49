import { openDB, type DBSchema } from 'idb';

/** A photo that was taken for a form; `attachment` once it is with the case. */
export interface DraftPhoto {
  name: string;
  blob: Blob;
  attachment?: string;
}

/** What somebody has typed and not sent yet. */
export interface Draft {
  fields: Record<string, string>;
  photos: DraftPhoto[];
  /** The version of the case that they were looking at. */
  base: number;
  savedAt: number;
}

interface Drafts extends DBSchema {
  drafts: { key: string; value: Draft };
}

const NAME = 'dm-drafts';

// Browsers that keep nothing, as in private windows, still work; what is typed lives in the page.
const opened = openDB<Drafts>(NAME, 1, {
  upgrade: (database) => void database.createObjectStore('drafts'),
}).catch(() => null);

export const readDraft = async (key: string): Promise<Draft | null> =>
  (await (await opened)?.get('drafts', key)) ?? null;

export const keepDraft = async (key: string, draft: Draft): Promise<void> => {
  await (await opened)?.put('drafts', draft, key);
};

export const dropDraft = async (key: string): Promise<void> => {
  await (await opened)?.delete('drafts', key);
};

/** The keys of what is kept under a beginning. */
export const draftsUnder = async (beginning: string): Promise<string[]> =>
  ((await (await opened)?.getAllKeys('drafts')) ?? []).filter((key) => key.startsWith(beginning));

/** Nothing of anybody stays on a device that was signed out of. */
export const forgetDrafts = async (): Promise<void> => {
  await (await opened)?.clear('drafts');
};
