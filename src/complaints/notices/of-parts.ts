import type { ComplaintEvent, EventType } from '#lifecycle';
import type { Advanced } from '../case.js';
import { duty, toLead, type Notice } from './recipients.js';
import type { Template } from './templates.js';

type OfPart<T extends EventType> = Extract<ComplaintEvent, { type: T }>;

/** What comes of parts that supporting agencies do. */
export const ofParts = {
  part_added: ({ data }: OfPart<'part_added'>) => [
    duty('agency_head', data.agency, 'staff_part_added'),
  ],
  part_withdrawn: ({ data }: OfPart<'part_withdrawn'>) => [
    duty('agency_head', data.agency, 'staff_part_withdrawn'),
  ],
  part_accepted: ({ data }: OfPart<'part_accepted'>) => [
    { recipient: `staff:${data.officer}`, template: 'staff_part_accepted' },
  ],
  part_answered: (_: never, one: Advanced) => [toLead(one, 'staff_part_answered')],
  part_returned: (_: never, one: Advanced) => [toLead(one, 'staff_part_returned')],
  split_off: ({ data }: OfPart<'split_off'>) =>
    data.agency === null ? [] : [duty('agency_head', data.agency, 'staff_part_withdrawn')],
};

/** What its filer, who follows another complaint, is told of one that was split off. */
const ofLinked: Partial<Record<string, Template>> = {
  result: 'linked_result',
  rejected: 'linked_rejected',
  late: 'linked_late',
};

/** The filer hears of everything from the one complaint that was filed. */
export function heard(notice: Notice, { state }: Advanced): (Notice & { about?: string })[] {
  if (notice.recipient !== 'filer' || state.splitFrom === null) return [notice];
  const template = ofLinked[notice.template];
  const data = { ...notice.data, linked: state.id };
  return template ? [{ ...notice, template, data, about: state.splitFrom }] : [];
}
