import { facts, paragraph } from '../letter.js';
import type { Letters } from '../model.js';
import { hello, track } from './words.js';

/** What follows from a change of calendars. */
export const calendar: Pick<Letters['filer'], 'deadline_moved'> = {
  deadline_moved: (m) => ({
    subject: `Complaint ${m.code}: its date moves with the work calendar`,
    blocks: [
      hello,
      paragraph(
        'The working days of the agencies have changed by the decision below, so the result of your complaint is due later. The earlier date stays on record.',
      ),
      facts(
        ['Tracking code', m.code],
        ['Category', m.category],
        ['Agency in charge', m.agency],
        ['Date promised before', m.dateBefore],
        ['New date', m.newDate],
        ['Decision', m.document],
      ),
      track(m),
    ],
  }),
};
