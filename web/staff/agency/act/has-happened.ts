import type { CaseView } from '../../case/use-case.ts';
import type { Draft } from '../../common/drafts.ts';
import type { ActionName } from './actions.ts';

type Event = CaseView['timeline'][number];

const eventOf: Record<ActionName, string> = {
  accept: 'accepted',
  answer: 'answered',
  accept_part: 'part_accepted',
  answer_part: 'part_answered',
  answer_urging: 'urging_answered',
  ask: 'question_asked',
  note: 'noted',
  ask_extension: 'extension_asked',
  hand_over: 'handed_over',
  return: 'returned',
  return_part: 'part_returned',
  add_part: 'part_added',
  withdraw_part: 'part_withdrawn',
  reveal: 'identity_revealed',
};

const same = (a: string | null | undefined, b: string) =>
  (a ?? '').trim().normalize('NFC') === b.trim().normalize('NFC');

/** What has happened with the case since the version that somebody was looking at. */
export const since = ({ timeline }: CaseView, base: number) =>
  timeline.filter(({ number }) => number > base);

const isUpload = ({ type, data }: Event) => type === 'noted' && Array.isArray(data['files']);

/** Nothing has happened since but that this person's own photos arrived. */
export const onlyOwnPhotos = (view: CaseView, base: number, draft: Draft, name: string) => {
  const own = draft.photos.map((photo) => photo.name);
  const arrived = new Set(view.attachments.map((one) => one.name));
  return since(view, base).every(
    (event) =>
      isUpload(event) &&
      event.actor.name === name &&
      (event.text ?? '').split(', ').every((file) => own.includes(file) && arrived.has(file)),
  );
};

/** A command whose answer was lost on the way has been done all the same: it is not sent twice. */
export function hasHappened(
  view: CaseView,
  base: number,
  { action, draft, by }: { action: ActionName; draft: Draft; by: string },
): boolean {
  const { fields } = draft;
  return since(view, base).some(({ type, actor, text, parts, data }) => {
    if (type !== eventOf[action] || actor.name !== by) return false;
    if (fields['finding'] !== undefined)
      return same(String(parts?.['finding'] ?? ''), fields['finding']);
    if (fields['officer'] !== undefined && type !== 'handed_over')
      return data['officer'] === fields['officer'];
    if (fields['text'] !== undefined) return same(text, fields['text']);
    return true;
  });
}
