import { isOpenPart, type Part } from '#lifecycle';
import type { ClockView } from '../dto/clock-view.dto.js';
import type { Shown } from '../masking.js';
import type { TimelineEntry } from '../timeline.js';
import type { PartItem, PartView } from './parts.dto.js';

export const partItems = (parts: readonly Part[]): PartItem[] =>
  parts.map(({ number, agency, status }) => ({ number, agency, status }));

/** What is seen of a clock. */
type Seen = Pick<ClockView, 'unit' | 'dueAt' | 'stoppedAt'>;

const dueOf = (part: Part, clocks: readonly Seen[]) =>
  isOpenPart(part)
    ? (clocks.find((clock) => clock.unit === part.agency && clock.stoppedAt === null)?.dueAt ??
      null)
    : null;

/** The parts with their dates and what was answered. */
export function partViews(
  parts: readonly Part[],
  clocks: readonly Seen[],
  entries: readonly TimelineEntry[],
  shown: Shown,
): PartView[] {
  return parts.map((part) => {
    const { number, agency, status, task, officer } = part;
    const said = entries.findLast(
      (entry) => entry.type === 'part_answered' && entry.data['number'] === number,
    )?.message?.text;
    return {
      number,
      agency,
      status,
      task: shown(task, 'by_staff'),
      officer,
      dueAt: dueOf(part, clocks),
      answer: said ? shown(said, 'by_staff') : null,
    };
  });
}
