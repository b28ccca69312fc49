import { paragraph, quote } from '../letter.js';
import type { Letters, StaffModel } from '../model.js';
import { categoryOf, clockOf, matter, open } from './words.js';

const times = ({ urging }: StaffModel) => (urging === null ? '' : ` no. ${urging}`);

export const urging: Pick<
  Letters['staff'],
  'staff_urged' | 'staff_urging_answered' | 'staff_handed_up' | 'staff_urgency_raised'
> = {
  staff_urged: (m) => ({
    subject: `Urging${times(m)} #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'You are urged to settle this matter. Please answer the urging: what has been done, what is in the way, and by when it is settled.',
      ),
      matter(m, ['Urging no.', m.urging], ['Answer by', m.answerBy]),
      ...quote('Urging', m.text),
      open(m),
    ],
  }),
  staff_urging_answered: (m) => ({
    subject: `Urging${times(m)} answered #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph('The agency has answered the urging.'),
      matter(m, ['Urging no.', m.urging]),
      ...quote('Answer', m.text),
      open(m),
    ],
  }),
  staff_handed_up: (m) => ({
    subject: `Nobody took it in time for ${clockOf(m)}, yours to decide #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        "Nobody has taken this matter in time. It stands in the supervisor's queue until an agency takes it or is put in charge anew.",
      ),
      matter(m),
      open(m),
    ],
  }),
  staff_urgency_raised: (m) => ({
    subject: `Now urgent #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        `The time for ${clockOf(m)} has brought this matter to urgent. What the agency owes gets shorter; the date promised to the filer stays.`,
      ),
      matter(m),
      open(m),
    ],
  }),
};
