import { isOpenPart, type Urger } from '#lifecycle';
import type { Advanced } from '../case.js';
import type { Template } from './templates.js';

/** Who is told what, by which template. */
export type Notice = { recipient: string; template: string; data?: Record<string, unknown> };

export const filer = (template: Template, data = {}): Notice => ({
  recipient: 'filer',
  template,
  data,
});
export const duty = (
  role: string,
  agency: string | null,
  template: Template,
  data = {},
): Notice => ({
  recipient: agency ? `duty:${role}:${agency}` : `duty:${role}`,
  template,
  data,
});

/** Whoever sits at triage; of what is about the center, its supervisor alone. */
export const desk = ({ state }: Advanced, template: Template, data = {}) =>
  duty(state.aboutCenter ? 'supervisor' : 'operator', null, template, data);

/** Who does the part of a supporting agency. */
export const officerOf = ({ state }: Advanced, unit: string) =>
  state.parts.find((part) => part.agency === unit && isOpenPart(part))?.officer ?? null;

/** Who is told of a deadline step: the person and the head of the unit that owes it, the center, the city. */
export function told(
  to: string,
  one: Advanced,
  template: Template,
  data: object,
  unit = one.state.holder?.unit ?? one.state.center,
): Notice {
  const { holder, center } = one.state;
  const atCenter = unit === center;
  if (to === 'leader') return duty('leader', null, template, data);
  if (to === 'supervisor' || (to === 'agency_head' && atCenter))
    return duty('supervisor', null, template, data);
  if (to === 'agency_head') return duty('agency_head', unit, template, data);
  const person = holder?.unit === unit ? holder.person : officerOf(one, unit);
  if (person) return { recipient: `staff:${person}`, template, data: { ...data } };
  return atCenter ? desk(one, template, data) : duty('agency_head', unit, template, data);
}

/** The agency that leads, and whoever works on it there. */
export function lead({ state }: Advanced, template: Template): Notice[] {
  const unit = state.lead ?? state.center;
  const heads = duty('agency_head', unit, template);
  return state.officer ? [heads, { recipient: `staff:${state.officer}`, template }] : [heads];
}

/** Whoever has urged; where a clock has, the supervisor. */
export const urger = (to: Urger, template: Template) =>
  duty(to === 'leader' ? 'leader' : 'supervisor', null, template);

/** Who leads, as the holder's person or its head. */
export const toLead = (one: Advanced, template: Template) => {
  const { lead, officer, center } = one.state;
  return officer
    ? { recipient: `staff:${officer}`, template }
    : duty('agency_head', lead ?? center, template);
};
