import type { ClockKind } from '#deadlines';
import type { RejectReason, ReturnGround, Urgency } from '#lifecycle';
import { facts, link, paragraph, type Block, type Fact } from '../letter.js';
import type { FilerModel, StaffModel } from '../model.js';

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

export const grounds: Record<ReturnGround, string> = {
  not_competent: 'Not competent',
  wrong_area: 'Not in its area',
  duplicate: 'The same as another complaint',
  not_clear: 'Not clear',
};

export const urgencies: Record<Urgency, string> = {
  urgent: 'Urgent',
  normal: 'Normal',
  complex: 'Complex',
};

export const clocks: Record<ClockKind, string> = {
  triage: 'triage',
  acceptance: 'acceptance',
  handling: "the agency's work",
  first_response: 'first response',
  resolution: 'resolution',
  confirmation: 'confirmation',
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
    ['Urgency', urgencies[m.urgency]],
    ['Area', m.ward],
    ['Agency in charge', m.agency],
    ['Promised to the filer by', m.promise],
    ...more,
  );
