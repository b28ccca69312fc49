import type { EventData, UrgingState } from '#lifecycle';
import type { EventView } from './dto/case-view.dto.js';
import type { UrgingView } from './dto/urging.dto.js';

const dataOf = <T extends 'urged' | 'urging_answered'>(_: T, { data }: EventView) =>
  data as unknown as EventData[T];

/** The urgings of a case, read from its timeline as its viewer is shown it. */
export function urgingViews(timeline: EventView[], urgings: UrgingState[]): UrgingView[] {
  const answers = timeline.filter(({ type }) => type === 'urging_answered');
  return timeline
    .filter(({ type }) => type === 'urged')
    .map((sent) => {
      const { number, agency, by, answerBy } = dataOf('urged', sent);
      const answer = answers.find((one) => dataOf('urging_answered', one).number === number);
      return {
        number,
        agency,
        by,
        sentBy: sent.actor.name,
        sentAt: sent.at,
        text: sent.text,
        answerBy,
        answeredAt: answer?.at ?? null,
        answeredBy: answer?.actor.name ?? null,
        answer: answer?.text ?? null,
        open: urgings.some((one) => one.number === number && one.open),
      };
    });
}
