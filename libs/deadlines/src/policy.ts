import type { Deed, Urgency, Words } from '#lifecycle';
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
}

/** What a category adds to the policy. */
export interface CategoryLimits {
  accept: LimitText;
  resolve: LimitText;
  resolveUrgent: LimitText | null;
  urgentCalendar: string;
}

export interface Terms {
  policy: Policy;
  /** Of the category; null while none is known. */
  limits: CategoryLimits | null;
  urgency: Urgency;
  calendar: string;
  acceptance: LimitText;
  resolution: LimitText;
}

/** The limits that hold for a complaint of an urgency, with its category's limits where it has one. */
export function termsOf(policy: Policy, limits: CategoryLimits | null, urgency: Urgency): Terms {
  const urgent = urgency === 'urgent';
  return {
    policy,
    limits,
    urgency,
    calendar: urgent && limits ? limits.urgentCalendar : policy.calendars[urgency],
    acceptance: urgent ? policy.urgentAccept : (limits?.accept ?? policy.unclassified.accept),
    resolution:
      (urgent ? limits?.resolveUrgent : null) ?? limits?.resolve ?? policy.unclassified.resolve,
  };
}

const usualUrging: Urging = {
  answer: '1wd',
  text: 'Việc này đến hạn {clock} lúc {due}. Đề nghị {agency} khẩn trương giải quyết và trả lời đôn đốc.',
};

/** How agencies are urged under a policy. */
export const urgingOf = ({ urging = usualUrging }: Policy): Urging => urging;
/** The same terms by another version of the policy. */
export const termsUnder = ({ limits, urgency }: Terms, policy: Policy): Terms =>
  termsOf(policy, limits, urgency);

const unsaid: Extension = { max: 1, longest: { urgent: '24h', normal: '5wd', complex: '10wd' } };

/** What a policy says of extensions, also one from before it did. */
export const extensionOf = ({ extension = unsaid }: Policy): Extension => extension;
