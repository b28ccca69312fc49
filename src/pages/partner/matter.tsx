import type { Urgency, Words } from '#lifecycle';
import type { ComponentChildren } from 'preact';
import type { PartnerMatter } from '../../complaints/partners/partner.dto.js';
import { urgencyWords } from '../../complaints/words.js';
import { Moment, type Written } from '../citizen/parts/moment.js';
import { pageWords as w, saidWords } from './words.js';

type Props = Written & { matter: PartnerMatter };

function Facts({ matter, language, timeZone }: Props) {
  const moment = (at: string) => <Moment at={at} language={language} timeZone={timeZone} />;
  const { address, ward, lat, lon } = matter.place;
  const place = [address, ward?.[language]].filter(Boolean).join(', ');
  const point = lat === null || lon === null ? null : `${lat},${lon}`;
  const rows: [name: Words, value: ComponentChildren][] = [
    [w.status, matter.statusWords[language]],
    [w.urgency, urgencyWords[matter.urgency as Urgency][language]],
    [w.acceptBy, matter.acceptBy && moment(matter.acceptBy)],
    [w.dueAt, moment(matter.dueAt)],
    [
      w.address,
      (place || point) && (
        <>
          {place}
          {point && (
            <>
              {' '}
              <a href={`geo:${point}?q=${point}`}>{w.map[language]}</a>
            </>
          )}
        </>
      ),
    ],
  ];
  return (
    <dl class="facts">
      {rows.map(([name, value]) =>
        value ? (
          <div key={name.vi}>
            <dt>{name[language]}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Photos({ matter, token, language }: Props & { token: string }) {
  if (matter.photos.length === 0) return null;
  return (
    <ul class="photos">
      {matter.photos.map(({ id, type }, at) => {
        const href = `/api/partner/${encodeURIComponent(token)}/attachments/${id}`;
        const image = type.startsWith('image/');
        const name = `${(image ? w.photo : w.file)[language]} ${at + 1}`;
        return (
          <li key={id}>
            <a href={href}>{image ? <img src={href} alt={name} loading="lazy" /> : name}</a>
          </li>
        );
      })}
    </ul>
  );
}

function Talk({ matter: { said }, language, timeZone }: Props) {
  if (said.length === 0) return null;
  return (
    <section class="card" aria-labelledby="said">
      <h2 id="said">{w.said[language]}</h2>
      <ol class="story">
        {said.map(({ type, at, text }) => (
          <li key={at + type} class="step">
            <b>{saidWords[type]?.[language] ?? type}</b>
            <Moment at={at} language={language} timeZone={timeZone} />
            {text && <blockquote>{text}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The matter of a link: where it is, what was filed and what was said about it. */
export function Matter(props: Props & { token: string }) {
  const { matter, token, language } = props;
  return (
    <>
      <section class="card">
        <p class="under">{matter.agency[language]}</p>
        <Facts {...props} />
      </section>
      <section class="card" aria-labelledby="filed">
        <h2 id="filed">{w.filerSays[language]}</h2>
        <blockquote>{matter.text}</blockquote>
        <Photos {...props} token={token} />
      </section>
      <Talk {...props} />
    </>
  );
}
