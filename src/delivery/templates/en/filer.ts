import type { IncidentTemplate } from '../../../complaints/notices/templates.js';
import { facts, link, paragraph, quote, when } from '../letter.js';
import type { Letters } from '../model.js';
import type { calendar } from './calendar.js';
import type { forward } from './forward.js';
import { linked } from './linked.js';
import { filed, hello, late, reasons, track } from './words.js';

export const filer: Omit<
  Letters['filer'],
  keyof typeof calendar | keyof typeof forward | 'extended' | 'date_moved' | IncidentTemplate
> = {
  ...linked,
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
      ...when(m.late, late),
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
};
