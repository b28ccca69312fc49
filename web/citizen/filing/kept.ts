import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft } from './draft.ts';
import type { Problem } from './problem.ts';

export interface Photo {
  id: string;
  name: string;
  blob: Blob;
}

/** A filing on its way: waiting for the network, refused with a reason, or sent and not looked at yet. */
export interface Leaving {
  key: string;
  state: 'waiting' | 'refused' | 'sent';
  /** What was typed and chosen; nothing of it stays once it is sent. */
  draft: Draft | null;
  photos: Photo[];
  filing: Record<string, unknown>;
  proof: boolean;
  code?: string;
  problem?: Problem;
}

interface Kept extends DBSchema {
  draft: { key: string; value: Draft };
  photos: { key: string; value: Photo[] };
  outbox: { key: string; value: Leaving };
}

const ONE = 'filing';
let opened: Promise<IDBPDatabase<Kept>> | undefined;

const database = () =>
  (opened ??= openDB<Kept>('dau-moi', 1, {
    upgrade(db) {
      db.createObjectStore('draft');
      db.createObjectStore('photos');
      db.createObjectStore('outbox', { keyPath: 'key' });
    },
  }));

export const readDraft = async () => (await database()).get('draft', ONE);
export const readPhotos = async () => (await (await database()).get('photos', ONE)) ?? [];
export const keepDraft = async (draft: Draft) => (await database()).put('draft', draft, ONE);
export const keepPhotos = async (photos: Photo[]) => (await database()).put('photos', photos, ONE);

export async function dropDraft(): Promise<void> {
  const db = await database();
  await Promise.all([db.delete('draft', ONE), db.delete('photos', ONE)]);
}

/** The draft becomes a filing on its way, in one step: it is never both, and never neither. */
export async function leave(entry: Leaving): Promise<void> {
  const stores = (await database()).transaction(['draft', 'photos', 'outbox'], 'readwrite');
  await Promise.all([
    stores.objectStore('outbox').put(entry),
    stores.objectStore('draft').delete(ONE),
    stores.objectStore('photos').delete(ONE),
    stores.done,
  ]);
}

/** A filing that was refused becomes the draft again. */
export async function takeBack({ key, draft, photos }: Leaving): Promise<void> {
  const stores = (await database()).transaction(['draft', 'photos', 'outbox'], 'readwrite');
  await Promise.all([
    stores.objectStore('outbox').delete(key),
    draft && stores.objectStore('draft').put(draft, ONE),
    stores.objectStore('photos').put(photos, ONE),
    stores.done,
  ]);
}

export const onTheirWay = async () => (await database()).getAll('outbox');
export const keepLeaving = async (entry: Leaving) => (await database()).put('outbox', entry);
export const forget = async (key: string) => (await database()).delete('outbox', key);
