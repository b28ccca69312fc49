import { facts, link, paragraph } from '../letter.js';
import type { Letters } from '../model.js';

export const administrator: Letters['administrator'] = {
  staff_webhook_paused: (m) => ({
    subject: 'A receiver of webhooks has been paused',
    blocks: [
      paragraph(
        'The receiver below has taken nothing for a long time, so nothing more is sent to it. What it has to be told is kept, and goes out when you resume it.',
      ),
      facts(['Receiver', m.receiver], ['Takes nothing since', m.since]),
      link('See its deliveries, resume it', m.url),
    ],
  }),
};
