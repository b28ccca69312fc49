import { facts, paragraph, quote } from '../letter.js';
import type { FilerModel, Letters } from '../model.js';
import { categoryOf, hello, matter, open, track } from './words.js';

const dates = (m: FilerModel) =>
  facts(
    ['Tracking code', m.code],
    ['Category', m.category],
    ['Agency in charge', m.agency],
    ['Promised before', m.oldDate],
    ['New date', m.newDate],
  );

/** A promised date that moves: by more time that was granted, or by another category. */
export const movedDates: Pick<Letters['filer'], 'extended' | 'date_moved'> = {
  extended: (m) => ({
    subject: `Your complaint ${m.code}: more time is needed`,
    blocks: [
      hello,
      paragraph(
        'Your complaint takes longer than we said. The supervisor of the center has granted more time; we are sorry that you have to wait.',
      ),
      dates(m),
      ...quote('Reason', m.text),
      track(m),
    ],
  }),
  date_moved: (m) => ({
    subject: `Your complaint ${m.code}: the date has changed`,
    blocks: [
      hello,
      paragraph(
        'The category or the urgency of your complaint has been determined anew, so its time is that of the category, still counted from when you filed it.',
      ),
      dates(m),
      track(m),
    ],
  }),
};

export const extensions: Pick<
  Letters['staff'],
  'staff_extension_asked' | 'staff_extension_granted' | 'staff_extension_refused'
> = {
  staff_extension_asked: (m) => ({
    subject: `Extension asked for #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'The agency in charge asks for more time. Please grant or refuse it before the present deadline; until it is decided the date promised to the filer stays.',
      ),
      matter(m, ['Present deadline', m.dueAt], ['Asked for', m.newDate]),
      ...quote('Reason', m.text),
      open(m),
    ],
  }),
  staff_extension_granted: (m) => ({
    subject: `Extension granted #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'The supervisor of the center has granted more time. The filer has been told the new date and the reason.',
      ),
      matter(m, ['Deadline before', m.dueAt], ['New deadline', m.newDate]),
      open(m),
    ],
  }),
  staff_extension_refused: (m) => ({
    subject: `Extension refused #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'The supervisor of the center has not granted more time. The date promised to the filer stays.',
      ),
      matter(m, ['Present deadline', m.dueAt], ['Asked for', m.newDate]),
      ...quote('Reason', m.text),
      open(m),
    ],
  }),
};
