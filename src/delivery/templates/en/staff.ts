import { groundWords } from '../../../complaints/words.js';
import type { extensions } from './extension.js';
import { paragraph, quote } from '../letter.js';
import type { Letters } from '../model.js';
import { arbitration } from './arbitration.js';
import { parts } from './parts.js';
import type { urging } from './urging.js';
import { categoryOf, clockOf, matter, open } from './words.js';

export const staff: Omit<Letters['staff'], keyof typeof urging | keyof typeof extensions> = {
  ...arbitration,
  ...parts,
  staff_assigned: (m) => ({
    subject: `New case #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'The center puts your agency in charge. Please accept it, or return it with a reason.',
      ),
      matter(m, ['Accept by', m.acceptBy]),
      ...quote('Task', m.text),
      open(m),
    ],
  }),
  staff_accepted: (m) => ({
    subject: `Yours to work on #${m.ref}: ${categoryOf(m)}`,
    blocks: [paragraph('Your agency has named you to work on a complaint.'), matter(m), open(m)],
  }),
  staff_handed_over: (m) => ({
    subject: `Handed over to you #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'A case in progress has been handed over to you. The date promised to the filer stays.',
      ),
      matter(m),
      ...quote('Reason', m.text),
      open(m),
    ],
  }),
  staff_replied: (m) => ({
    subject: `The filer replied #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph('The filer has added information. It can be read in the system only.'),
      matter(m),
      open(m),
    ],
  }),
  staff_returned: (m) => ({
    subject: `Returned #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'An agency returned a complaint. Who is in charge must be decided again; the date promised to the filer stays.',
      ),
      matter(m, ['Ground', m.ground && groundWords[m.ground].en], ['Proposed agency', m.proposed]),
      ...quote('Explanation', m.text),
      open(m),
    ],
  }),
  staff_sent_back: (m) => ({
    subject: `The answer needs more #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph('The center has not approved the answer and sends it back.'),
      matter(m),
      ...quote('What is missing', m.text),
      open(m),
    ],
  }),
  staff_reopened: (m) => ({
    subject: `Reopened #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'The result was not accepted; the complaint is reopened with a new deadline. The reason is in the system.',
      ),
      matter(m, ['Accept by', m.acceptBy]),
      open(m),
    ],
  }),
  staff_review: (m) => ({
    subject: `Low rating, to be reviewed #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph('The filer is not satisfied with the result. Please review its quality.'),
      matter(m, ['Score', m.score === null ? null : `${m.score}/5`]),
      open(m),
    ],
  }),
  staff_warned: (m) => ({
    subject: `Soon due for ${clockOf(m)} #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(`The time for ${clockOf(m)} is nearly over.`),
      matter(m, ['Due', m.dueAt]),
      open(m),
    ],
  }),
  staff_breached: (m) => ({
    subject: `Overdue for ${clockOf(m)} #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(`The time for ${clockOf(m)} is over; the case counts as late.`),
      matter(m, ['Was due', m.dueAt]),
      open(m),
    ],
  }),
  staff_escalated: (m) => ({
    subject: `Still overdue for ${clockOf(m)} #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        `The time for ${clockOf(m)} is long over and the case still open, so it is reported upwards. Please urge.`,
      ),
      matter(m, ['Was due', m.dueAt]),
      open(m),
    ],
  }),
};
