import type { Directory } from './directory.js';
import type { Hierarchy } from './hierarchy.js';
import * as say from './conflict-sentences.js';
import type { Agency, ConflictRule, RoutingFacts, Words } from './types.js';

/** An agency that was chosen, or a target that led to none, with the reasons. */
export interface Choice {
  code: string | null;
  why: Words[];
}

export interface Chosen {
  lead: Choice;
  supporting: Choice[];
}

export interface Checked extends Chosen {
  why: Words[];
  /** Whether it may go there before an operator has looked. */
  unseen: boolean;
}

export interface Scene {
  rule: ConflictRule;
  directory: Directory;
  hierarchy: Hierarchy;
  date: string;
}

/**
 * Keeps a complaint from those it is about and from everything beneath them. A complaint about conduct is led by the
 * body above them or by an oversight body, and only these may have it before an operator has looked; nobody may while
 * it is not known whom it is about.
 */
export function withoutConflict(
  chosen: Chosen,
  { about, kind }: Pick<RoutingFacts, 'about' | 'kind'>,
  scene: Scene,
): Checked {
  const conduct = kind === 'conduct';
  // An oversight body may be the one complained of, so without knowing none has it unseen.
  if (about === null)
    return { ...chosen, why: conduct ? [say.aboutUnknown] : [], unseen: !conduct };
  const barred = scene.hierarchy.barredBy(about);
  const free = ({ code }: Choice) => code !== null && !barred.has(code);
  const supporting = chosen.supporting.filter((one) => one.code === null || free(one));
  const concerned = scene.directory.find(about);
  const why = concerned ? [say.keptFrom(concerned)] : [];
  if (!conduct && (free(chosen.lead) || chosen.lead.code === null))
    return { lead: chosen.lead, supporting, why, unseen: true };
  const bodies = bodiesFor(about, barred, scene);
  const lead = leadOf(chosen.lead, bodies);
  const others = [
    ...asked(bodies),
    ...displaced(chosen.lead, lead, barred, scene.directory),
    ...supporting,
  ];
  const result = { lead, supporting: once(others, lead.code) };
  return { ...result, why, unseen: !conduct || onlyAmong(result, bodies.trusted) };
}

/** Who may look into a complaint about an agency. */
interface Bodies {
  above: Agency | null;
  watching: Agency | null;
  /** The oversight bodies among which the rules may choose. */
  guards: Agency[];
  trusted: Agency[];
}

function bodiesFor(about: string, barred: ReadonlySet<string>, scene: Scene): Bodies {
  const { rule, directory, date } = scene;
  const subject = directory.standing(about, date, 'lead').agency?.code ?? about;
  const free = (agency: Agency) => !barred.has(agency.code);
  const oversight = standing(rule.oversight, scene).filter(free);
  const named = rule.instead[subject];
  const instead = named === undefined ? [] : standing([named], scene).filter(free);
  const above = superiorOf(subject, barred, scene);
  const watching = instead[0] ?? oversight[0] ?? null;
  const guards = instead.length > 0 ? instead : oversight;
  return { above, watching, guards, trusted: distinct([...oversight, above, watching]) };
}

/** The rules' own choice where it is an oversight body, otherwise the body above, otherwise the oversight. */
function leadOf(chosen: Choice, { above, watching, guards }: Bodies): Choice {
  if (guards.some(({ code }) => code === chosen.code)) return chosen;
  if (above) return { code: above.code, why: [say.above('lead', above)] };
  if (watching) return { code: watching.code, why: [say.oversees('lead', watching)] };
  return { code: null, why: [] };
}

const asked = ({ above, watching }: Bodies): Choice[] => [
  ...(above ? [{ code: above.code, why: [say.above('supporting', above)] }] : []),
  ...(watching ? [{ code: watching.code, why: [say.oversees('supporting', watching)] }] : []),
];

/** Whom the rules would have had lead goes on helping. */
function displaced(
  chosen: Choice,
  lead: Choice,
  barred: ReadonlySet<string>,
  directory: Directory,
): Choice[] {
  const agency = chosen.code === null ? null : directory.find(chosen.code);
  if (!agency || agency.code === lead.code || barred.has(agency.code)) return [];
  return [{ code: agency.code, why: [say.byRules('supporting', agency)] }];
}

/** The nearest body above that exists on the date; not the city's own, whose oversight bodies act for it. */
function superiorOf(
  about: string,
  barred: ReadonlySet<string>,
  { rule, directory, hierarchy, date }: Scene,
): Agency | null {
  for (const code of hierarchy.line(about).slice(1)) {
    const { agency } = directory.standing(code, date, 'lead');
    if (agency?.code === rule.top) return null;
    if (agency && !barred.has(agency.code)) return agency;
  }
  return null;
}

const standing = (codes: readonly string[], { directory, date }: Scene): Agency[] =>
  distinct(codes.map((code) => directory.standing(code, date, 'lead').agency));

function distinct(agencies: readonly (Agency | null)[]): Agency[] {
  return [...new Map(agencies.flatMap((one) => (one ? [[one.code, one]] : []))).values()];
}

function once(choices: readonly Choice[], lead: string | null): Choice[] {
  const seen = new Set<string | null>([lead]);
  return choices.filter(({ code }) => {
    if (code === null) return true;
    const first = !seen.has(code);
    seen.add(code);
    return first;
  });
}

const onlyAmong = ({ lead, supporting }: Chosen, trusted: readonly Agency[]): boolean =>
  [lead, ...supporting].every(
    (one) => one.code === null || trusted.some(({ code }) => code === one.code),
  );
