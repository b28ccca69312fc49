import { io } from 'socket.io-client';
import { keepSteady } from '../../live/steady-line.js';
import { begin, renew } from './renew.js';

interface Message {
  summary: { vi: string; en: string };
}

/** Keeps the page of a code as it is on the server, and says what has happened. */
export function followLive(page: HTMLElement): void {
  begin(page);
  const code = page.dataset['follow'] ?? '';
  const state = page.querySelector<HTMLElement>('.live-state');
  const toasts = document.createElement('div');
  toasts.className = 'toasts';
  toasts.setAttribute('role', 'status');
  document.body.append(toasts);

  const say = (words: string | undefined) => {
    if (!words) return;
    const toast = document.createElement('p');
    toast.textContent = words;
    toasts.replaceChildren(toast);
    setTimeout(() => toast.remove(), 8000);
  };
  const show = (name: 'live' | 'lost') => {
    if (!state) return;
    state.textContent = state.dataset[name] ?? '';
    state.classList.toggle('lost', name === 'lost');
  };

  let running = Promise.resolve();
  /** One after the other: an older answer never covers a newer one. */
  const refresh = () => {
    running = running.then(async () => {
      const kept = await renew(page).catch(() => false);
      if (kept) say(state?.dataset['kept']);
    });
  };

  const socket = io('/track', { auth: { code }, transports: ['websocket', 'polling'] });
  // Whatever happened between the drawing of the page and now is on the page after this.
  const caughtUp = () => {
    show('live');
    refresh();
  };
  socket.on('ready', caughtUp);
  socket.on('reset', caughtUp);
  socket.on('event', ({ summary }: Message) => {
    say(document.documentElement.lang === 'en' ? summary.en : summary.vi);
    refresh();
  });
  socket.on('disconnect', () => show('lost'));
  socket.on('connect_error', () => show('lost'));
  keepSteady(socket);
  // The countdown is of the moment at which the page was drawn.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) refresh();
  });
}
