import { facts, paragraph, quote, type Block } from '../letter.js';
import type { FilerLetters, FilerModel } from '../model.js';
import { hello, reasons, track } from './words.js';

const part = (m: FilerModel): Block =>
  facts(['Tracking code', m.code], ['Category', m.category], ['Handled by', m.agency]);

/** Of what was split off: told under the complaint that was filed. */
export const linked: FilerLetters<'linked_result' | 'linked_rejected' | 'linked_late'> = {
  linked_result: (m) => ({
    subject: `A part has its result: ${m.code}`,
    blocks: [
      hello,
      paragraph('A part of your complaint that was handled by itself has its result.'),
      part(m),
      ...quote('Finding', m.answer?.finding ?? null),
      ...quote('Done', m.answer?.done ?? null),
      ...quote('Legal basis', m.answer?.basis ?? null),
      track(m),
    ],
  }),
  linked_rejected: (m) => ({
    subject: `A part was not accepted: ${m.code}`,
    blocks: [
      hello,
      paragraph('A part of your complaint that was handled by itself was not accepted.'),
      part(m),
      facts(['Reason', m.reason && reasons[m.reason]]),
      ...quote('Why', m.text),
      track(m),
    ],
  }),
  linked_late: (m) => ({
    subject: `A part is late: ${m.code}`,
    blocks: [
      hello,
      paragraph(
        'A part of your complaint that is handled by itself is late. We are sorry, and give a new date.',
      ),
      part(m),
      facts(['New date', m.newDate]),
      track(m),
    ],
  }),
};
