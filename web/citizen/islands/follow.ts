import { followLive } from '../following/live.js';

const page = document.querySelector<HTMLElement>('[data-follow]');
if (page) followLive(page);

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
document.querySelector<HTMLElement>('[data-focus]')?.focus();
