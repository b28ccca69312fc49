import { may, type Me } from '../../api/me.ts';
import type { CaseView } from '../../case/use-case.ts';

/** What somebody can do with a case; `number` is that of a part or an urging. */
export interface Action {
  name: ActionName;
  number?: number;
}

export const actionNames = [
  'accept',
  'answer',
  'accept_part',
  'answer_part',
  'answer_urging',
  'ask',
  'note',
  'ask_extension',
  'hand_over',
  'return',
  'return_part',
  'add_part',
  'withdraw_part',
  'reveal',
] as const;
export type ActionName = (typeof actionNames)[number];

export const isAction = (name: string): name is ActionName =>
  (actionNames as readonly string[]).includes(name);

const ofLead: readonly ActionName[] = [
  'accept',
  'answer',
  'ask',
  'note',
  'ask_extension',
  'hand_over',
  'return',
  'add_part',
];

/** What an officer who has no urgency to think of would do first stands first. */
export function actionsOn(view: CaseView, me: Me): Action[] {
  const open = (name: ActionName) =>
    (me.commands[view.status] ?? []).includes(name) && may(me, `case.${name}`);
  const leads = me.agency !== null && view.lead === me.agency;
  const supports = me.agency !== null && view.supporting.includes(me.agency);
  const follows = view.incident !== null && !view.incident.main;
  const found: Action[] = [];
  if (leads)
    for (const { number, open: isOpen, agency } of view.urgings)
      if (isOpen && agency === me.agency) found.push({ name: 'answer_urging', number });
  for (const { number, agency, status } of view.parts) {
    if (agency !== me.agency) continue;
    if (status === 'asked') found.push({ name: 'accept_part', number });
    if (status === 'accepted') found.push({ name: 'answer_part', number });
  }
  if (leads && !follows) {
    for (const name of ofLead) if (fits(name, view)) found.push({ name });
    for (const { number, status } of view.parts)
      if (status === 'asked' || status === 'accepted')
        found.push({ name: 'withdraw_part', number });
  } else if (supports || leads) found.push({ name: 'note' });
  for (const { number, agency, status } of view.parts)
    if (agency === me.agency && (status === 'asked' || status === 'accepted'))
      found.push({ name: 'return_part', number });
  if (leads && view.identity === 'by_reveal') found.push({ name: 'reveal' });
  return found.filter(({ name }) => open(name));
}

/** What the table of commands leaves open and the case itself does not. */
function fits(name: ActionName, view: CaseView): boolean {
  if (name === 'return') return returnsLeft(view) > 0;
  if (name === 'ask_extension') return view.extension === null;
  if (name === 'hand_over') return view.officer !== null;
  return true;
}

/** In the whole life of a complaint it is returned twice at most. */
const MOST_RETURNS = 2;

export const returnsLeft = ({ returns }: CaseView) => Math.max(0, MOST_RETURNS - returns);

export const pathOf = (id: string, { name, number }: Action) =>
  `/cases/${id}/${name}${number === undefined ? '' : `?n=${number}`}`;

const first: readonly ActionName[] = [
  'answer_urging',
  'accept',
  'accept_part',
  'answer_part',
  'answer',
];

/** The one that waits for this person. */
export const primaryOf = (actions: readonly Action[]): Action | undefined =>
  first.flatMap((name) => actions.filter((one) => one.name === name))[0];
