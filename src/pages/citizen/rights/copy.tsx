import { identityFields } from '#lifecycle';
import type { Question } from '../../../catalog/city-data.js';
import type { KeptData } from '../../../intake/person/rights.dto.js';
import { writeMoment } from '../../../platform/moment.js';
import { Moment, type Written } from '../parts/moment.js';
import { channelWords, copyWords as w, fieldWords, roleWords } from './words.js';

type Props = Written & {
  code: string;
  data: KeptData;
  questions: readonly Question[];
  ward: string | null;
};

const asFile = (data: KeptData) =>
  `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(data, null, 2))}`;

function answered({ key, type, label, choices = [] }: Question, given: unknown, written: Written) {
  const { language, timeZone } = written;
  const choice = choices.find(({ value }) => value === given)?.label[language];
  const said = choice ?? String(given);
  const value = type === 'datetime' ? writeMoment(new Date(said), language, timeZone) : said;
  return { key, label: label[language], value };
}

function rows({ data, questions, ward, language, timeZone }: Props) {
  const { address, lat, lon } = data.place;
  const point = lat === null || lon === null ? null : `${lat}, ${lon}`;
  const answers = questions.flatMap((one) => {
    const given = data.answers[one.key];
    return given === undefined ? [] : [answered(one, given, { language, timeZone })];
  });
  return [
    { key: 'text', label: w.text[language], value: data.text },
    {
      key: 'place',
      label: w.place[language],
      value: [address, ward, point].filter(Boolean).join(' · '),
    },
    ...answers,
    {
      key: 'files',
      label: w.files[language],
      value: data.files.map(({ name }) => name).join(', '),
    },
    {
      key: 'channel',
      label: w.channel[language],
      value: channelWords[data.channel]?.[language] ?? data.channel,
    },
  ].filter(({ value }) => value !== '');
}

/** All that is kept of a person with one complaint, to be read, printed or taken along. */
export function Copy(props: Props) {
  const { code, data, language, timeZone } = props;
  const { person, reveals } = data;
  const known = identityFields.filter((field) => person?.[field]);
  return (
    <section class="card copy" aria-labelledby="you-title">
      <p class="actions no-print">
        <a class="button" href={asFile(data)} download={`${code}.json`}>
          {w.save[language]}
        </a>
        <button type="button" class="quiet" data-print hidden>
          {w.print[language]}
        </button>
      </p>
      <h2 id="you-title">{w.you[language]}</h2>
      {known.length === 0 && <p>{w.noIdentity[language]}</p>}
      <dl class="parts">
        {known.map((field) => (
          <div key={field}>
            <dt>{fieldWords[field][language]}</dt>
            <dd>{person?.[field]}</dd>
          </div>
        ))}
      </dl>
      <h2>{w.said[language]}</h2>
      <dl class="parts">
        {rows(props).map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{w.reveals[language]}</h2>
      {reveals.length === 0 && <p>{w.noReveals[language]}</p>}
      <ul>
        {reveals.map(({ at, role, reason }) => (
          <li key={at}>
            <b>{roleWords[role][language]}</b>,{' '}
            <Moment at={at} language={language} timeZone={timeZone} />
            {reason && <blockquote>{reason}</blockquote>}
          </li>
        ))}
      </ul>
      <h2>{w.kept[language]}</h2>
      <p>{data.retention[language]}</p>
    </section>
  );
}
