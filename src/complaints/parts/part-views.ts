import { isRunning, type Clock } from '#deadlines';
import { isOpenPart, type Part } from '#lifecycle';
import type { Shown } from '../masking.js';
import type { TimelineEntry } from '../timeline.js';
import type { PartItem, PartView } from './parts.dto.js';

export const partItems = (parts: readonly Part[]): PartItem[] =>
  parts.map(({ number, agency, status }) => ({ number, agency, status }));

const dueOf = (part: Part, clocks: readonly Clock[]) =>
  isOpenPart(part)
    ? (clocks.find((clock) => clock.unit === part.agency && isRunning(clock))?.dueAt ?? null)
    : null;

/** The parts with their dates and what was answered. */
export function partViews(
  parts: readonly Part[],
  clocks: readonly Clock[],
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
