import type { IncidentTemplate } from '../../../complaints/notices/templates.js';
import { facts, link, paragraph, quote, when, type Block } from '../letter.js';
import type { FilerModel, Letters } from '../model.js';
import { filed, hello, track } from './words.js';

const shared = ({ incident }: FilerModel): Block[] =>
  incident
    ? [
        facts(
          ['The larger matter', incident.title],
          ['People who reported it', incident.reporters > 1 ? `${incident.reporters}` : null],
        ),
        ...quote('What is known so far', incident.answer),
      ]
    : [];

const stillYours = paragraph(
  'Your complaint keeps its own code and its promised date; you confirm, rate or reopen it yourself if it is not fixed at your place.',
);

export const incident: Pick<Letters['filer'], IncidentTemplate> = {
  incident_joined: (m) => ({
    subject: `Complaint ${m.code} is part of a larger matter`,
    blocks: [
      hello,
      paragraph(
        'Several people have reported this, so your complaint is handled together with theirs. You will be told of every step.',
      ),
      ...shared(m),
      filed(m),
      stillYours,
      track(m),
    ],
  }),
  incident_forwarded: (m) => ({
    subject: `Complaint ${m.code}: the larger matter was forwarded to the agency in charge`,
    blocks: [
      hello,
      paragraph(
        'The larger matter that your complaint is part of was forwarded to the agency in charge.',
      ),
      ...shared(m),
      filed(m),
      track(m),
    ],
  }),
  incident_result: (m) => ({
    subject: `The result of complaint ${m.code} is here`,
    blocks: [
      hello,
      paragraph(
        'The larger matter that your complaint is part of has a result, checked by the center. It is sent to everybody who reported it.',
      ),
      ...shared(m),
      facts(['Tracking code', m.code], ['Category', m.category], ['Agency', m.agency]),
      ...quote('Finding', m.answer?.finding ?? null),
      ...quote('What was done', m.answer?.done ?? null),
      ...quote('Basis', m.answer?.basis ?? null),
      paragraph(
        'If it is fixed at your place, please confirm and rate it. If it is not, please reopen it: only your complaint is reopened, with a new date.',
      ),
      ...when(
        m.confirmBy,
        (by) =>
          `If we do not hear from you by ${by}, the complaint is closed; it can still be reopened after that.`,
      ),
      link('Confirm, rate or reopen', m.url),
    ],
  }),
  incident_left: (m) => ({
    subject: `Complaint ${m.code} is handled by itself`,
    blocks: [
      hello,
      paragraph(
        'Your complaint is no longer handled together with the larger matter, but by itself. The date promised to you stays as it was.',
      ),
      filed(m),
      track(m),
    ],
  }),
};
