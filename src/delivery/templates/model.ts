import type { ClockKind } from '#deadlines';
import type { RejectReason, ReturnGround, Urgency } from '#lifecycle';
import type { filerTemplates, staffTemplates } from '../../complaints/notices/templates.js';
import type { LinkTemplate } from '../../people/reset-tokens.js';
import type { Letter } from './letter.js';

export type FilerTemplate = (typeof filerTemplates)[number];
export type StaffTemplate = (typeof staffTemplates)[number];
export type SummaryTemplate = 'staff_digest' | 'morning';
export type AccountTemplate = LinkTemplate;
export type AdministratorTemplate = 'staff_webhook_paused';

interface Office {
  center: string;
  hotline: string;
}

export interface AnswerParts {
  finding: string;
  done: string | null;
  basis: string | null;
}

/** At which points of its way a matter can be late: with the triage desk, to be accepted, worked on, under review. */
export const lateStages = ['new', 'assigned', 'in_progress', 'answered'] as const;

/** Who held the matter when its date passed, since when, and what it waited for. */
export interface LateReason {
  stage: (typeof lateStages)[number];
  unit: string;
  since: string | null;
}

/** What a mail to the filer may say, names and moments already in its language. */
export interface FilerModel extends Office {
  code: string;
  url: string;
  category: string | null;
  agency: string | null;
  /** When the result is promised. */
  promise: string;
  /** The text of a question or a rejection. */
  text: string | null;
  answer: AnswerParts | null;
  reason: RejectReason | null;
  replyBy: string | null;
  confirmBy: string | null;
  /** The date promised before the new one. */
  oldDate: string | null;
  newDate: string | null;
  /** Why it is late. */
  late: LateReason | null;
  /** The date that was promised before, and the decision by which it moved. */
  dateBefore: string | null;
  document: string | null;
  /** The one-time code that proves the address, and until when it does. */
  personCode: string | null;
  validUntil: string | null;
  /** The larger matter that it is part of. */
  incident: { title: string; reporters: number; answer: string | null } | null;
  /** To which body outside of the city, by which document. */
  sentOn: { body: string; document: string; date: string } | null;
  /** It ends after a result, not after a question that stayed open. */
  afterResult: boolean;
}

/** What a mail to staff may say: nothing of the filer, no tracking code, no word that the filer wrote. */
export interface StaffModel extends Office {
  ref: string;
  url: string;
  category: string | null;
  urgency: Urgency;
  ward: string | null;
  agency: string | null;
  promise: string;
  acceptBy: string | null;
  clock: ClockKind | null;
  dueAt: string | null;
  /** The date that is asked for, granted or refused. */
  newDate: string | null;
  /** What a colleague wrote: the task, why it was returned or sent back. */
  text: string | null;
  ground: ReturnGround | null;
  proposed: string | null;
  /** Why the supervisor's decision is as it is, where it binds. */
  decision: string | null;
  /** All who have returned it, with whom they named. */
  returns: { agency: string; ground: ReturnGround; proposed: string | null }[];
  score: number | null;
  /** Number of the urging, and until when it is to be answered. */
  urging: string | null;
  answerBy: string | null;
  /** Whose mail this is, when it goes to the one who stands in. */
  standsInFor: string | null;
  /** Until when the link works, when it goes to an agency without accounts. */
  linkUntil: string | null;
}

export interface SummaryLine {
  label: string;
  url: string;
}

/** What a mail about many cases may say: where each stands, in the words of subjects, and no text of anybody. */
export interface SummaryModel {
  center: string;
  at: string;
  count: number;
  lines: SummaryLine[];
  /** How many more there are. */
  more: number;
}

/** What a mail about an account may say to its person. */
export interface AccountModel {
  center: string;
  login: string;
  url: string;
  validUntil: string;
}

/** What a mail to administrators may say of a receiver of webhooks. */
export interface AdministratorModel {
  center: string;
  receiver: string;
  since: string;
  url: string;
}

/** Some of the letters to filers, in a file of their own. */
export type FilerLetters<T extends FilerTemplate> = Pick<Letters['filer'], T>;

/** Some of the letters to staff, in a file of their own. */
export type StaffLetters<T extends StaffTemplate> = Pick<Letters['staff'], T>;

/** The letters of one language. */
export interface Letters {
  filer: Record<FilerTemplate, (model: FilerModel) => Letter>;
  staff: Record<StaffTemplate, (model: StaffModel) => Letter>;
  summary: Record<SummaryTemplate, (model: SummaryModel) => Letter>;
  summaryFoot(model: SummaryModel): string;
  account: Record<AccountTemplate, (model: AccountModel) => Letter>;
  administrator: Record<AdministratorTemplate, (model: AdministratorModel) => Letter>;
  filerFoot(model: FilerModel): string;
  staffFoot(model: StaffModel): string;
  accountFoot(model: Pick<AccountModel, 'center'>): string;
}
