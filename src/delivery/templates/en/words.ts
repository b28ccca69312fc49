import type { ClockKind } from '#deadlines';
import type { RejectReason } from '#lifecycle';
import { urgencyWords } from '../../../complaints/words.js';
import { facts, link, paragraph, type Block, type Fact } from '../letter.js';
import type { FilerModel, LateReason, StaffModel } from '../model.js';

export const reasons: Record<RejectReason, string> = {
  not_competent: 'Not within the powers of the city',
  unclear: 'Not clear enough to be worked on',
  spam: 'Spam or advertising',
  abusive: 'Abusive language',
  duplicate: 'The same as a complaint that is known already',
  formal_complaint: 'A formal complaint, settled under the Law on Complaints',
  denunciation: 'A denunciation, settled under the Law on Denunciations',
  cancelled_by_filer: 'Withdrawn by its filer',
};

export const clocks: Record<ClockKind, string> = {
  triage: 'triage',
  acceptance: 'acceptance',
  handling: "the agency's work",
  first_response: 'first response',
  resolution: 'resolution',
  confirmation: 'confirmation',
  urging: 'the answer to an urging',
};

export const clockOf = ({ clock }: StaffModel) => (clock ? clocks[clock] : 'work');
export const categoryOf = ({ category }: StaffModel) => category ?? 'not classified yet';

export const hello = paragraph('Hello,');
export const track = ({ url }: FilerModel) => link('Follow it', url);
export const open = ({ url }: StaffModel) => link('Open the case', url);

export const filed = (m: FilerModel): Block =>
  facts(
    ['Tracking code', m.code],
    ['Category', m.category],
    ['Agency in charge', m.agency],
    ['Result promised by', m.promise],
  );

export const matter = (m: StaffModel, ...more: Fact[]): Block =>
  facts(
    ['Case', `#${m.ref}`],
    ['Category', categoryOf(m)],
    ['Urgency', urgencyWords[m.urgency].en],
    ['Area', m.ward],
    ['Agency in charge', m.agency],
    ['Promised to the filer by', m.promise],
    ...more,
  );

/** Why it is late, in plain words. */
export const late = ({ stage, unit, since }: LateReason): string => {
  const from = since === null ? '' : ` since ${since}`;
  const words: Record<LateReason['stage'], string> = {
    new: `it is still with ${unit}${from}, where it is being decided which agency is in charge`,
    assigned: `${unit} has been in charge of it${from} and has not accepted it yet`,
    in_progress: `${unit} has been working on it${from} and has not finished`,
    answered: `the agency has answered; ${unit} has been checking the answer${from} before it is sent to you`,
  };
  return `The reason: ${words[stage]}.`;
};
