import type { City } from '../../../catalog/city.js';
import { statusWords } from '../../../complaints/words.js';
import type { Figures } from '../../../complaints/public-figures.js';
import type { Words } from '#lifecycle';
import type { Language } from '../../../platform/moment.js';
import { figureWords as w } from './words.js';

const share = (part: number, whole: number) =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;

interface Row {
  name: string;
  count: number;
}

/** A bar beside its number: the picture says nothing that the table does not. */
const Bar = ({ part, whole }: { part: number; whole: number }) => (
  <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect width="100" height="8" rx="2" />
    <rect class="filled" width={whole === 0 ? 0 : (100 * part) / whole} height="8" rx="2" />
  </svg>
);

function Counts(props: { title: Words; rows: Row[]; whole: number; language: Language }) {
  const { title, rows, whole, language } = props;
  return (
    <table class="figures">
      <caption>{title[language]}</caption>
      <thead>
        <tr>
          <th scope="col">{title[language]}</th>
          <th scope="col" class="number">
            {w.count[language]}
          </th>
          <th scope="col" class="number">
            {w.share[language]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              <Bar part={count} whole={whole} />
            </th>
            <td class="number">{count}</td>
            <td class="number">{share(count, whole)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Each figure with what it counts, and of what it is a part. */
export function Summary({ figures, language }: { figures: Figures; language: Language }) {
  const { filed, answered, onTime, lateNow } = figures;
  const rows = [
    [w.filed, filed, w.filedMeans],
    [w.answered, `${answered} (${share(answered, filed)})`, w.answeredMeans],
    [w.onTime, `${share(onTime, answered)} (${onTime}/${answered})`, w.onTimeMeans],
    [w.lateNow, `${lateNow} (${share(lateNow, filed)})`, w.lateNowMeans],
  ] as const;
  return (
    <table class="figures">
      <caption>{w.title[language]}</caption>
      <thead>
        <tr>
          <th scope="col">{w.figure[language]}</th>
          <th scope="col" class="number">
            {w.value[language]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, value, means]) => (
          <tr key={name.vi}>
            <th scope="row">
              {name[language]}
              <small>{means[language]}</small>
            </th>
            <td class="number">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The open numbers of the city. */
export function FiguresPage(props: { figures: Figures; city: City; language: Language }) {
  const { figures, city, language } = props;
  const groups = new Map(city.data.categories.map(({ group }) => [group.code, group.name]));
  const byStatus = figures.byStatus.map(({ status, filed }) => ({
    name: statusWords[status][language],
    count: filed,
  }));
  const byGroup = figures.byGroup.map(({ group, filed }) => ({
    name: groups.get(group)?.[language] ?? group,
    count: filed,
  }));
  return (
    <>
      <h1>{w.title[language]}</h1>
      <p class="lead">{w.lead[language]}</p>
      <Summary figures={figures} language={language} />
      {figures.filed === 0 ? (
        <p>{w.none[language]}</p>
      ) : (
        <>
          <Counts title={w.byStatus} rows={byStatus} whole={figures.filed} language={language} />
          <Counts title={w.byGroup} rows={byGroup} whole={figures.filed} language={language} />
        </>
      )}
    </>
  );
}
