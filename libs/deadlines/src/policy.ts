import type { Deed, Kind, Urgency, Words } from '#lifecycle';
import { coversCategory } from '#routing';
import type { ClockKind } from './clock.js';

/** A limit in text: '8wh', '3wd', '30m' (see working-time). */
export type LimitText = string;

/** A moment of a clock: a share of its time, or a limit of its calendar before or after the deadline. */
export type StepMoment = { share: number } | { before: LimitText } | { after: LimitText };

/** What happens at a moment of a clock, and who is told. */
export interface LadderStep {
  at: StepMoment;
  action: 'warn' | 'breach' | 'escalate' | 'close';
  to: string[];
  /** Absent: notify. */
  do?: Deed[];
  /** After its moment again at each `every`, `times` more times. */
  every?: LimitText;
  times?: number;
}

/** How an agency is urged (đôn đốc): until when it answers, and what a step that urges says. */
export interface Urging {
  answer: LimitText;
  text: string;
}

/** Limits that a case puts in the place of the policy's and the category's own; what is absent stays. */
export const caseLimits = [
  'triage',
  'firstResponse',
  'acceptance',
  'resolution',
  'waiting',
  'confirmation',
] as const;

/**
 * Other limits for some complaints. An absent condition always holds, an empty list never; categories are codes or
 * prefixes ending in `*`.
 */
export type PolicyCase = Partial<Record<(typeof caseLimits)[number], LimitText>> & {
  /** Told beside the promise. */
  name: Words;
  when: { kinds?: string[]; categories?: string[]; urgencies?: string[]; wards?: string[] };
};

/** What a promise depends on. */
export interface Matter {
  kind: Kind;
  category: string | null;
  urgency: Urgency;
  ward: string | null;
}

export interface Extension {
  max: number;
  longest: Record<Urgency, LimitText>;
}

/** Targets of clocks by urgency, with the ladder of escalation steps around each deadline. */
export interface Policy {
  version: number;
  name: Words;
  triage: Record<Urgency, LimitText>;
  firstResponse: Record<Urgency, LimitText>;
  /** How long a question to the filer may stay open. */
  waiting: LimitText;
  confirmation: LimitText;
  /** How long after its end a complaint may be reopened. */
  reopenWindow: LimitText;
  /** Share of the category's limit that a reopened complaint gets. */
  reopenResolveShare: number;
  maxReopens: number;
  /** Limits while no category is known, and the acceptance limit of whatever is urgent. */
  unclassified: { accept: LimitText; resolve: LimitText };
  urgentAccept: LimitText;
  calendars: Record<Urgency, string>;
  ladder: LadderStep[];
  /** Where a kind of clock has a ladder of its own. */
  ladders?: Partial<Record<ClockKind, LadderStep[]>>;
  repeat: { every: LimitText; to: string[]; do?: Deed[] };
  /** Absent in policies from before agencies were urged on record. */
  urging?: Urging;
  late: { newDate: Record<Urgency, LimitText> };
  /** How often a promise may be extended, and by how much beyond its date; absent in older versions. */
  extension?: Extension;
  /** Scores up to this one open a review. */
  lowRating: number;
  /** The first that fits a complaint overrides; absent in policies from before there were any. */
  cases?: PolicyCase[];
}

/** What a category adds to the policy. */
export interface CategoryLimits {
  accept: LimitText;
  resolve: LimitText;
  resolveUrgent: LimitText | null;
  urgentCalendar: string;
}

export interface Terms {
  /** With the limits of the case that fits laid over it. */
  policy: Policy;
  matter: Matter;
  /** Of the category; null while none is known. */
  limits: CategoryLimits | null;
  urgency: Urgency;
  calendar: string;
  acceptance: LimitText;
  resolution: LimitText;
}

/** The first case of a policy that a complaint meets. */
export const caseOf = ({ cases = [] }: Policy, matter: Matter): PolicyCase | null =>
  cases.find(({ when }) => meets(when, matter)) ?? null;

function meets(when: PolicyCase['when'], { kind, category, urgency, ward }: Matter): boolean {
  const { kinds, categories, urgencies, wards } = when;
  return (
    (kinds?.includes(kind) ?? true) &&
    (urgencies?.includes(urgency) ?? true) &&
    (wards === undefined || (ward !== null && wards.includes(ward))) &&
    (categories === undefined ||
      (category !== null && categories.some((pattern) => coversCategory(pattern, category))))
  );
}

/** The policy with the limits of a case in their places. */
function laidOver(policy: Policy, found: PolicyCase, urgency: Urgency): Policy {
  const { triage, firstResponse, waiting, confirmation } = found;
  return {
    ...policy,
    name: {
      vi: `${policy.name.vi} (${found.name.vi})`,
      en: `${policy.name.en} (${found.name.en})`,
    },
    triage: { ...policy.triage, ...(triage && { [urgency]: triage }) },
    firstResponse: { ...policy.firstResponse, ...(firstResponse && { [urgency]: firstResponse }) },
    waiting: waiting ?? policy.waiting,
    confirmation: confirmation ?? policy.confirmation,
  };
}

/** The limits that hold for a complaint: of the policy's case that fits, of its category, or of the policy itself. */
export function termsOf(source: Policy, limits: CategoryLimits | null, matter: Matter): Terms {
  const { urgency } = matter;
  const urgent = urgency === 'urgent';
  const found = caseOf(source, matter);
  const accept = urgent ? source.urgentAccept : (limits?.accept ?? source.unclassified.accept);
  const resolve =
    (urgent ? limits?.resolveUrgent : null) ?? limits?.resolve ?? source.unclassified.resolve;
  return {
    policy: found ? laidOver(source, found, urgency) : source,
    matter,
    limits,
    urgency,
    calendar: urgent && limits ? limits.urgentCalendar : source.calendars[urgency],
    acceptance: found?.acceptance ?? accept,
    resolution: found?.resolution ?? resolve,
  };
}

const usualUrging: Urging = {
  answer: '1wd',
  text: 'Việc này đến hạn {clock} lúc {due}. Đề nghị {agency} khẩn trương giải quyết và trả lời đôn đốc.',
};

/** How agencies are urged under a policy. */
export const urgingOf = ({ urging = usualUrging }: Policy): Urging => urging;
/** The same terms by another version of the policy. */
export const termsUnder = ({ limits, matter }: Terms, policy: Policy): Terms =>
  termsOf(policy, limits, matter);

const unsaid: Extension = { max: 1, longest: { urgent: '24h', normal: '5wd', complex: '10wd' } };

/** What a policy says of extensions, also one from before it did. */
export const extensionOf = ({ extension = unsaid }: Policy): Extension => extension;
