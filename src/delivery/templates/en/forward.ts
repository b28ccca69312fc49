import { facts, link, paragraph, quote } from '../letter.js';
import type { Letters } from '../model.js';
import { hello } from './words.js';

export const forward: Pick<Letters['filer'], 'forwarded_out'> = {
  forwarded_out: (m) => ({
    subject: `Complaint ${m.code} was sent on to the competent body`,
    blocks: [
      hello,
      paragraph(
        'What you reported is outside of what the city may decide. The center has sent it on, by a document, to the body that may, and ends the matter here.',
      ),
      facts(
        ['Tracking code', m.code],
        ['Sent to', m.sentOn?.body ?? null],
        ['Document no.', m.sentOn?.document ?? null],
        ['Of', m.sentOn?.date ?? null],
      ),
      ...quote('Explanation', m.text),
      paragraph(
        'If you disagree, you can ask for a review once; the supervisor of the center decides.',
      ),
      link('Ask for a review', m.url),
    ],
  }),
};
