import { link, paragraph } from '../letter.js';
import type { Letters, SummaryModel } from '../model.js';

const cases = ({ lines }: SummaryModel) => lines.map(({ label, url }) => link(label, url));

const others = ({ more }: SummaryModel) =>
  more > 0 ? [paragraph(`And ${more} more; please see the list in the system.`)] : [];

export const summary: Letters['summary'] = {
  staff_digest: (m) => ({
    subject: `${m.count} notices about cases`,
    blocks: [
      paragraph('This came while you were not to be disturbed, or within a few minutes.'),
      ...cases(m),
      ...others(m),
    ],
  }),
  morning: (m) => ({
    subject: `This morning's list: ${m.count} overdue ${m.count === 1 ? 'case' : 'cases'}`,
    blocks: [
      paragraph(`These cases need the leader's attention, the longest overdue first (${m.at}).`),
      ...cases(m),
      ...others(m),
    ],
  }),
};
