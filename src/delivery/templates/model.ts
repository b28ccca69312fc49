import type { ClockKind } from '#deadlines';
import type { RejectReason, ReturnGround, Urgency } from '#lifecycle';
import type { filerTemplates, staffTemplates } from '../../complaints/notices.js';
import type { PASSWORD_RESET } from '../../people/reset-tokens.js';
import type { Letter } from './letter.js';

export type FilerTemplate = (typeof filerTemplates)[number];
export type StaffTemplate = (typeof staffTemplates)[number];
export type AccountTemplate = typeof PASSWORD_RESET;

interface Office {
  center: string;
  hotline: string;
}

export interface AnswerParts {
  finding: string;
  done: string | null;
  basis: string | null;
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
  /** The date that was promised before, and the decision by which it moved. */
  dateBefore: string | null;
  document: string | null;
  /** The one-time code that proves the address, and until when it does. */
  personCode: string | null;
  validUntil: string | null;
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
  score: number | null;
  /** Whose mail this is, when it goes to the one who stands in. */
  standsInFor: string | null;
  /** Until when the link works, when it goes to an agency without accounts. */
  linkUntil: string | null;
}

/** What a mail about an account may say to its person. */
export interface AccountModel {
  center: string;
  url: string;
  validUntil: string;
}

/** The letters of one language. */
export interface Letters {
  filer: Record<FilerTemplate, (model: FilerModel) => Letter>;
  staff: Record<StaffTemplate, (model: StaffModel) => Letter>;
  account: Record<AccountTemplate, (model: AccountModel) => Letter>;
  filerFoot(model: FilerModel): string;
  staffFoot(model: StaffModel): string;
  accountFoot(model: AccountModel): string;
}
