import type { Actor, Suggestion } from '#lifecycle';
import type { City } from '../catalog/city.js';
import type { Advanced } from '../complaints/case.js';
import { handle } from '../complaints/handle.js';
import type { Routing } from '../routing/routing.js';
import { classifier } from '../routing/classifier/models.js';
import type { Filing } from './check-filing.js';
import type { Filed } from './filing.js';

const router: Actor = { kind: 'system', name: 'routing' };

interface Scene {
  one: Advanced;
  filing: Filing;
  suggestion: Suggestion | null;
  at: Date;
  /** The instant whose agencies and areas hold. */
  routeAt: Date;
}

/** Whether a complaint could have been filed under the category as it is. */
function fits({ one, filing }: Scene, suggested: string, city: City): boolean {
  const category = city.category(suggested);
  return (
    category !== null &&
    filing.category === null &&
    one.state.about === null &&
    filing.kind === category.kind &&
    category.contact !== 'required' &&
    (category.place !== 'required' || filing.ward !== null)
  );
}

/** Classified as suggested and assigned at once, where the model is sure and the rules are as well; else null. */
export function asSuggested(scene: Scene, routing: Routing, city: City): Filed | null {
  const { one, filing, suggestion, at, routeAt } = scene;
  if (!suggestion?.sure || !fits(scene, suggestion.category, city)) return null;
  const { category, urgency } = suggestion;
  const { kind, ward, point, filer, text, answers } = filing;
  const found = routing.route({
    category,
    kind,
    about: null,
    urgency,
    ward,
    point,
    filer: filer?.type ?? null,
    at: routeAt.toISOString(),
    text,
    answers,
  });
  const { lead, supporting, assign, rule, ruleSet, confidence, reasons, facts } = found;
  if (!assign || lead === null) return null;
  const task = city.category(category)?.name.vi ?? '';
  const grounds = { rule, ruleSet, confidence, reasons, facts };
  const classified = handle(
    one,
    { type: 'classify', category, kind, urgency },
    classifier,
    at,
    city,
  );
  const assigned = handle(
    classified,
    { type: 'assign', lead, supporting, task, grounds },
    router,
    at,
    city,
  );
  return {
    one: { ...assigned, logged: [...one.logged, ...classified.logged, ...assigned.logged] },
    why: [...suggestion.reasons, ...reasons],
  };
}
