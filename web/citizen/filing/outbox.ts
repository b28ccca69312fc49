import type { Challenge } from 'altcha-lib';
import { forget, keepLeaving, onTheirWay, type Leaving } from './kept.ts';
import type { Problem } from './problem.ts';

export type Solve = (challenge: Challenge) => Promise<string>;

const NAME = 'dau-moi-outbox';

/** Whether it is worth trying again later: nobody knows whether it arrived, and its key makes a second try harmless. */
const passing = (status: number) => status >= 500 || status === 429 || status === 408;

async function proofFor({ filing, proof }: Leaving, solve: Solve): Promise<object> {
  const { phone, email } = (filing['filer'] ?? {}) as { phone?: string; email?: string };
  if (!proof || phone || email) return {};
  const answer = await fetch('/api/challenge');
  if (!answer.ok) throw new Error('no challenge');
  return { proof: { payload: await solve((await answer.json()) as Challenge) } };
}

async function send(entry: Leaving, solve: Solve): Promise<Leaving> {
  try {
    const body = new FormData();
    const complaint = { ...entry.filing, ...(await proofFor(entry, solve)) };
    body.set('complaint', JSON.stringify(complaint));
    for (const { blob, name } of entry.photos) body.append('files', blob, name);
    const answer = await fetch('/api/complaints', {
      method: 'POST',
      headers: { 'idempotency-key': entry.key },
      body,
    });
    if (passing(answer.status)) return entry;
    if (!answer.ok) {
      const problem = (await answer.json()) as Problem;
      return { ...entry, state: 'refused', problem };
    }
    const { code } = (await answer.json()) as { code: string };
    return { ...entry, state: 'sent', code, draft: null, photos: [], filing: {} };
  } catch {
    return entry;
  }
}

/** Sends what waits, one by one; two tabs and the service worker take turns. @returns how many still wait */
export function flush(solve: Solve): Promise<number> {
  return navigator.locks.request(NAME, async () => {
    let waiting = 0;
    for (const entry of await onTheirWay()) {
      if (entry.state !== 'waiting') continue;
      const after = await send(entry, solve);
      if (after.state === 'waiting') waiting += 1;
      else await keepLeaving(after);
    }
    return waiting;
  });
}

/** Asks the browser to send when it can, also when the page is closed by then; not every browser does. */
export async function sendLater(): Promise<void> {
  const worker = (await navigator.serviceWorker?.getRegistration()) as
    { sync?: { register(tag: string): Promise<void> } } | undefined;
  await worker?.sync?.register(NAME).catch(() => undefined);
}

/** Opens the receipt; of what was sent nothing stays on the device. */
export async function openReceipt({ key, code }: Leaving): Promise<void> {
  await forget(key);
  location.assign(`/file/receipt/${code}`);
}
