import { paragraph, quote } from '../letter.js';
import type { StaffLetters } from '../model.js';
import { categoryOf, matter, open } from './words.js';

/** Of what supporting agencies are asked. */
export const parts: StaffLetters<
  | 'staff_part_added'
  | 'staff_part_accepted'
  | 'staff_part_withdrawn'
  | 'staff_part_answered'
  | 'staff_part_returned'
> = {
  staff_part_added: (m) => ({
    subject: `A part for your agency #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'Your agency is asked to support a complaint. Please accept the part and name the officer, or return it with a reason; the lead answers for the whole.',
      ),
      matter(m, ['Accept by', m.acceptBy]),
      ...quote('What is asked', m.text),
      open(m),
    ],
  }),
  staff_part_accepted: (m) => ({
    subject: `A part for you #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph('Your agency has named you for its part of a complaint.'),
      matter(m),
      ...quote('What is asked', m.text),
      open(m),
    ],
  }),
  staff_part_withdrawn: (m) => ({
    subject: `A part withdrawn #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'The part that was asked of your agency has been withdrawn; there is nothing more to do.',
      ),
      matter(m),
      ...quote('Why', m.text),
    ],
  }),
  staff_part_answered: (m) => ({
    subject: `A part answered #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph('A supporting agency has answered its part.'),
      matter(m),
      ...quote('Answer', m.text),
      open(m),
    ],
  }),
  staff_part_returned: (m) => ({
    subject: `A part returned #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'A supporting agency has returned its part. Ask another or do it yourselves; the date promised to the filer stays.',
      ),
      matter(m),
      ...quote('Why', m.text),
      open(m),
    ],
  }),
};
