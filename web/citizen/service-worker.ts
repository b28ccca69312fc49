/// <reference lib="webworker" />
import { flush } from './filing/outbox.ts';
import { solved } from './filing/proof.ts';

declare const self: ServiceWorkerGlobalScope & { keptFiles?: string[] };

// Named by what it holds, so that a new build begins a new one and the old one goes.
const KEPT = `dau-moi-${hashOf((self.keptFiles ?? []).join())}`;
const PAGES = ['/file', '/file/facts.json?lang=vi', '/file/facts.json?lang=en', '/map/facts.json'];
const PATIENCE_MS = 4000;

function hashOf(text: string): string {
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return (hash >>> 0).toString(36);
}

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(KEPT);
    await cache.addAll([...PAGES, ...(self.keptFiles ?? [])]);
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await caches.keys())
      if (name.startsWith('dau-moi-') && name !== KEPT) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(keptFirst(request));
  else if (PAGES.includes(pathname + search)) event.respondWith(freshFirst(request));
});

/** Files whose names change with what is in them. */
async function keptFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** The page as it is now; as it was, where the network does not answer in time. */
async function freshFirst(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  try {
    const patience = kept ? { signal: AbortSignal.timeout(PATIENCE_MS) } : {};
    const answer = await fetch(request, patience);
    if (answer.ok) await (await caches.open(KEPT)).put(request, answer.clone());
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('sync', (event) => {
  const sending = async () => {
    const waiting = await flush(solved);
    for (const page of await self.clients.matchAll()) page.postMessage('sent', {});
    // A failure has the browser try again.
    if (waiting > 0) throw new Error('still waiting');
  };
  (event as ExtendableEvent).waitUntil(sending());
});
