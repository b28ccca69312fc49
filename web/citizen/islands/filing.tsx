/** @jsxImportSource preact */
import { render } from 'preact';
import { emptyDraft, isEmpty } from '../filing/draft.ts';
import { readFacts } from '../filing/facts.ts';
import { Filing } from '../filing/filing.tsx';
import { readDraft, readPhotos } from '../filing/kept.ts';

/** Takes over from the pages without script; where anything that it needs is missing, these stay. */
async function begin(root: HTMLElement): Promise<void> {
  const [facts, kept, photos] = await Promise.all([
    readFacts(root.dataset['facts'] ?? ''),
    readDraft(),
    readPhotos(),
  ]);
  const form = root.querySelector('form');
  const typed = form?.querySelector('textarea');
  const asked = form?.querySelector<HTMLInputElement>('input[name="category"]')?.value ?? '';
  const restored = kept !== undefined && (!isEmpty(kept) || photos.length > 0);
  const first = restored ? kept : { ...emptyDraft(), category: asked, chosen: asked !== '' };
  // What was typed before this came has the last word.
  const text = typed?.value || first.text;
  const writing = document.activeElement === typed;
  root.replaceChildren();
  const draft = { ...first, text };
  render(<Filing facts={facts} first={draft} firstPhotos={photos} restored={restored} />, root);
  root.dataset['ready'] = '';
  if (writing) document.querySelector<HTMLTextAreaElement>('#text')?.focus();
}

const root = document.querySelector<HTMLElement>('#filing-root');
const able = isSecureContext && 'locks' in navigator && 'indexedDB' in window;
// A page that shows what is wrong stays as it is.
if (root && able && !root.querySelector('.summary')) await begin(root).catch(() => undefined);
if (isSecureContext && 'serviceWorker' in navigator)
  await navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
