import { groundWords } from '../../../complaints/words.js';
import { facts, paragraph, quote } from '../letter.js';
import type { StaffLetters, StaffModel } from '../model.js';
import { categoryOf, matter, open } from './words.js';

const returned = ({ returns }: StaffModel) =>
  facts(
    ...returns.map(({ agency, ground, proposed }, at) => {
      const whose = proposed ? `; says that it is for ${proposed}` : '';
      return [`Return ${at + 1}`, `${agency}: ${groundWords[ground].en}${whose}`] as const;
    }),
  );

/** Of the second return and the decision on it. */
export const arbitration: StaffLetters<
  'staff_arbitration' | 'staff_decided' | 'staff_decided_elsewhere'
> = {
  staff_arbitration: (m) => ({
    subject: `Decide who leads #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'The complaint has been returned as often as it may be. The supervisor decides, and that binds; the date promised to the filer stays.',
      ),
      matter(m),
      returned(m),
      ...quote('What the last agency says', m.text),
      open(m),
    ],
  }),
  staff_decided: (m) => ({
    subject: `Decided: yours to lead #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'The center supervisor has decided that your agency leads. The decision binds and the case cannot be returned any more; please accept it.',
      ),
      matter(m, ['Accept by', m.acceptBy]),
      ...quote('Why', m.decision),
      ...quote('Task', m.text),
      returned(m),
      open(m),
    ],
  }),
  staff_decided_elsewhere: (m) => ({
    subject: `Decided who leads #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'The supervisor has decided who leads a complaint that your agency returned. There is nothing more for you to do.',
      ),
      matter(m),
      ...quote('Why', m.decision),
    ],
  }),
};
