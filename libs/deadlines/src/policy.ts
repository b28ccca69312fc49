import type { Urgency, Words } from '#lifecycle';

/** A limit in text: '8wh', '3wd', '30m' (see working-time). */
export type LimitText = string;

/** A moment of a clock: a share of its time before the deadline, or a limit after it. */
export interface LadderStep {
  at: { share: number } | { after: LimitText };
  action: 'warn' | 'breach' | 'escalate' | 'close';
  to: string[];
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
  repeat: { every: LimitText; to: string[] };
  late: { newDate: Record<Urgency, LimitText> };
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

/** The same terms by another version of the policy. */
export const termsUnder = ({ limits, urgency }: Terms, policy: Policy): Terms =>
  termsOf(policy, limits, urgency);
