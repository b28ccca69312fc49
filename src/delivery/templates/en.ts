import type { ClockKind } from '#deadlines';
import type { RejectReason, ReturnGround, Urgency } from '#lifecycle';
import { facts, link, paragraph, quote, when, type Block, type Fact } from './letter.js';
import type { FilerModel, Letters, StaffModel } from './model.js';

const reasons: Record<RejectReason, string> = {
  not_competent: 'Not within the powers of the city',
  unclear: 'Not clear enough to be worked on',
  spam: 'Spam or advertising',
  abusive: 'Abusive language',
  duplicate: 'The same as a complaint that is known already',
  formal_complaint: 'A formal complaint, settled under the Law on Complaints',
  denunciation: 'A denunciation, settled under the Law on Denunciations',
  cancelled_by_filer: 'Withdrawn by its filer',
};

const grounds: Record<ReturnGround, string> = {
  not_competent: 'Not competent',
  wrong_area: 'Not in its area',
  duplicate: 'The same as another complaint',
  not_clear: 'Not clear',
};

const urgencies: Record<Urgency, string> = {
  urgent: 'Urgent',
  normal: 'Normal',
  complex: 'Complex',
};

const clocks: Record<ClockKind, string> = {
  triage: 'triage',
  acceptance: 'acceptance',
  first_response: 'first response',
  resolution: 'resolution',
  confirmation: 'confirmation',
};

const clockOf = ({ clock }: StaffModel) => (clock ? clocks[clock] : 'work');
const categoryOf = ({ category }: StaffModel) => category ?? 'not classified yet';

const hello = paragraph('Hello,');
const track = ({ url }: FilerModel) => link('Follow it', url);
const open = ({ url }: StaffModel) => link('Open the case', url);

const filed = (m: FilerModel): Block =>
  facts(
    ['Tracking code', m.code],
    ['Category', m.category],
    ['Agency in charge', m.agency],
    ['Result promised by', m.promise],
  );

const matter = (m: StaffModel, ...more: Fact[]): Block =>
  facts(
    ['Case', `#${m.ref}`],
    ['Category', categoryOf(m)],
    ['Urgency', urgencies[m.urgency]],
    ['Area', m.ward],
    ['Agency in charge', m.agency],
    ['Promised to the filer by', m.promise],
    ...more,
  );

export const en: Letters = {
  filer: {
    received: (m) => ({
      subject: `We have received your complaint ${m.code}`,
      blocks: [
        hello,
        paragraph(
          `Your complaint has reached the ${m.center}. Below is its tracking code: whoever has the code can read the complaint, so please keep it to yourself.`,
        ),
        filed(m),
        paragraph(
          'We will tell you when it is forwarded to the agency in charge, when we need to know more, and when there is a result.',
        ),
        track(m),
      ],
    }),
    forwarded: (m) => ({
      subject: `Your complaint ${m.code} has been forwarded to the agency in charge`,
      blocks: [
        hello,
        paragraph('Your complaint has been forwarded to the agency in charge of settling it.'),
        filed(m),
        paragraph('Should another agency take over, the date promised to you stays.'),
        track(m),
      ],
    }),
    question: (m) => ({
      subject: `Your complaint ${m.code}: we need to know more`,
      blocks: [
        hello,
        paragraph('To settle your complaint we need to know more.'),
        ...quote('Question', m.text),
        paragraph(
          m.replyBy
            ? `Please reply by ${m.replyBy} at the link below; the deadline rests while we wait. Without a reply by then the complaint ends, and you are told.`
            : 'Please reply at the link below.',
        ),
        link('Reply', m.url),
      ],
    }),
    result: (m) => ({
      subject: `Your complaint ${m.code} has a result`,
      blocks: [
        hello,
        paragraph('There is a result for your complaint, checked by the center.'),
        facts(['Tracking code', m.code], ['Category', m.category], ['Settled by', m.agency]),
        ...quote('Finding', m.answer?.finding ?? null),
        ...quote('What was done', m.answer?.done ?? null),
        ...quote('Legal basis', m.answer?.basis ?? null),
        paragraph(
          'If you agree, please confirm and rate it. If you disagree, you have the right to have it reopened: say what is not right. It then gets a new deadline and counts against the agency.',
        ),
        ...when(
          m.confirmBy,
          (by) => `Unless we hear from you by ${by} it is closed; it can still be reopened after.`,
        ),
        link('Confirm, rate or reopen', m.url),
      ],
    }),
    late: (m) => ({
      subject: `We are sorry: your complaint ${m.code} is late`,
      blocks: [
        hello,
        paragraph(
          'We are sorry: your complaint was not settled by the date we promised. Those responsible have been told of the delay, and it is on record.',
        ),
        facts(
          ['Tracking code', m.code],
          ['Category', m.category],
          ['Agency in charge', m.agency],
          ['New date', m.newDate],
        ),
        track(m),
      ],
    }),
    rejected: (m) => ({
      subject: `Your complaint ${m.code} could not be accepted`,
      blocks: [
        hello,
        paragraph('The center has read your complaint and could not accept it, for this reason.'),
        facts(
          ['Tracking code', m.code],
          ['Category', m.category],
          ['Reason', m.reason && reasons[m.reason]],
        ),
        ...quote('Explanation', m.text),
        paragraph(
          'If you disagree, you can ask once for another look; the supervisor of the center decides.',
        ),
        link('Ask for another look', m.url),
      ],
    }),
    closed: (m) => ({
      subject: `Your complaint ${m.code} is closed`,
      blocks: [
        hello,
        paragraph(
          m.afterResult
            ? 'Your complaint has its result, and the time for your reply to it is over, so we have closed it.'
            : 'We have not received the information we asked you for in time, so your complaint ends here.',
        ),
        facts(['Tracking code', m.code], ['Category', m.category]),
        paragraph(
          'If the matter is not settled, please have it reopened at the link below; after the time to reopen, please file a new complaint.',
        ),
        link('Reopen or rate', m.url),
      ],
    }),
    person_code: (m) => ({
      subject: `Your complaint ${m.code}: code for a request about personal data`,
      blocks: [
        hello,
        paragraph(
          'Somebody used the tracking code of your complaint to ask about personal data. If it was you, please enter the code below; it works once.',
        ),
        facts(['Code', m.personCode], ['Valid until', m.validUntil]),
        paragraph(
          'If it was not you, please ignore this mail, and give the code to nobody, whoever they say they are.',
        ),
        track(m),
      ],
    }),
  },

  staff: {
    staff_assigned: (m) => ({
      subject: `New case #${m.ref}: ${categoryOf(m)}`,
      blocks: [
        paragraph(
          'The center puts your agency in charge. Please accept it, or return it with a reason.',
        ),
        matter(m, ['Accept by', m.acceptBy]),
        ...quote('Task', m.text),
        open(m),
      ],
    }),
    staff_accepted: (m) => ({
      subject: `Yours to work on #${m.ref}: ${categoryOf(m)}`,
      blocks: [paragraph('Your agency has named you to work on a complaint.'), matter(m), open(m)],
    }),
    staff_handed_over: (m) => ({
      subject: `Handed over to you #${m.ref}: ${categoryOf(m)}`,
      blocks: [
        paragraph(
          'A case in progress has been handed over to you. The date promised to the filer stays.',
        ),
        matter(m),
        ...quote('Reason', m.text),
        open(m),
      ],
    }),
    staff_replied: (m) => ({
      subject: `The filer replied #${m.ref}: ${categoryOf(m)}`,
      blocks: [
        paragraph('The filer has added information. It can be read in the system only.'),
        matter(m),
        open(m),
      ],
    }),
    staff_returned: (m) => ({
      subject: `Returned #${m.ref}: ${categoryOf(m)}`,
      blocks: [
        paragraph(
          'An agency returned a complaint. Who is in charge must be decided again; the date promised to the filer stays.',
        ),
        matter(m, ['Ground', m.ground && grounds[m.ground]], ['Proposed agency', m.proposed]),
        ...quote('Explanation', m.text),
        open(m),
      ],
    }),
    staff_sent_back: (m) => ({
      subject: `The answer needs more #${m.ref}: ${categoryOf(m)}`,
      blocks: [
        paragraph('The center has not approved the answer and sends it back.'),
        matter(m),
        ...quote('What is missing', m.text),
        open(m),
      ],
    }),
    staff_reopened: (m) => ({
      subject: `Reopened #${m.ref}: ${categoryOf(m)}`,
      blocks: [
        paragraph(
          'The result was not accepted; the complaint is reopened with a new deadline. The reason is in the system.',
        ),
        matter(m, ['Accept by', m.acceptBy]),
        open(m),
      ],
    }),
    staff_review: (m) => ({
      subject: `Low rating, to be reviewed #${m.ref}: ${categoryOf(m)}`,
      blocks: [
        paragraph('The filer is not satisfied with the result. Please review its quality.'),
        matter(m, ['Score', m.score === null ? null : `${m.score}/5`]),
        open(m),
      ],
    }),
    staff_warned: (m) => ({
      subject: `Soon due for ${clockOf(m)} #${m.ref}: ${categoryOf(m)}`,
      blocks: [
        paragraph(`The time for ${clockOf(m)} is nearly over.`),
        matter(m, ['Due', m.dueAt]),
        open(m),
      ],
    }),
    staff_breached: (m) => ({
      subject: `Overdue for ${clockOf(m)} #${m.ref}: ${categoryOf(m)}`,
      blocks: [
        paragraph(`The time for ${clockOf(m)} is over; the case counts as late.`),
        matter(m, ['Was due', m.dueAt]),
        open(m),
      ],
    }),
    staff_escalated: (m) => ({
      subject: `Still overdue for ${clockOf(m)} #${m.ref}: ${categoryOf(m)}`,
      blocks: [
        paragraph(
          `The time for ${clockOf(m)} is long over and the case still open, so it is reported upwards. Please urge.`,
        ),
        matter(m, ['Was due', m.dueAt]),
        open(m),
      ],
    }),
  },

  account: {
    staff_password_reset: (m) => ({
      subject: 'A new password for your staff account',
      blocks: [
        paragraph(
          `Somebody asked for a new password for your account at the ${m.center}. If it was you, please open the link below; it works once, until ${m.validUntil}.`,
        ),
        link('Set a new password', m.url),
        paragraph(
          'If it was not you, please ignore this mail: the password stays as it is. Do not pass it on.',
        ),
      ],
    }),
  },

  filerFoot: (m) =>
    `${m.center}, phone ${m.hotline}\nThis mail is automatic; please do not reply to it.`,
  staffFoot: (m) =>
    `${m.standsInFor ? `You receive this mail because you stand in for ${m.standsInFor}.\n` : ''}${m.center}\nThis mail is automatic. The filer's identity is not in it; please do not pass it on.`,
  accountFoot: (m) => `${m.center}\nThis mail is automatic; please do not reply to it.`,
};
