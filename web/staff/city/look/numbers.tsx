import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { inWords, type Words } from '../../words.ts';
import { comparedWords, type Span } from '../period.ts';
import {
  behind,
  type Figure,
  type FigureView,
  type Overview,
  type PeriodView,
} from '../reports.ts';
import { CITY, number, percent } from '../words.ts';

const shares: readonly Figure[] = ['kept', 'satisfied', 'responded'];
const first = ['received', 'resolved', 'kept', 'late_now'] as const;
const second = ['broken', 'open_now', 'satisfied', 'responded', 'returned', 'repeats'] as const;

/** The numbers, each a way to its cases, with what it was before in words. */
export function Numbers({ overview }: { overview: Overview }) {
  const { t } = useTranslation(CITY);
  const { figures, period, median, today } = overview;
  const of = (name: Figure) => figures.find(({ figure }) => figure === name);
  const cards = (names: readonly Figure[]) =>
    names.map((name) => {
      const figure = of(name);
      return figure && <Card key={name} figure={figure} period={period} />;
    });
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers" className="only-read">
        {t('numbers')}
      </h2>
      <div className="cards first">{cards(first)}</div>
      <div className="cards">
        {cards(second)}
        <article className="card">
          <h3>{t('median')}</h3>
          <p className="value words">
            {median.hours === null ? '–' : t('hours', { hours: number(median.hours) })}
          </p>
          <p className="beside">{t('ofResolved', { count: median.of, of: number(median.of) })}</p>
          <Definition words={median.definition} />
        </article>
      </div>
      <Today today={today} />
    </section>
  );
}

function Card({ figure, period }: { figure: FigureView; period: PeriodView }) {
  const { t } = useTranslation(CITY);
  const share = shares.includes(figure.figure) && figure.of !== null;
  const tone =
    ['late_now', 'broken'].includes(figure.figure) && figure.value > 0 ? 'bad' : undefined;
  return (
    <article className="card" data-tone={tone} data-figure={figure.figure}>
      <h3>{inWords(figure.name)}</h3>
      <p className="value">
        <Link href={behind({ figure: figure.figure, period })}>
          {share ? percent(figure.value, figure.of ?? 0) : number(figure.value)}
          <span className="only-read"> {t('openCases')}</span>
        </Link>
      </p>
      {share && (
        <p className="beside">
          {t('partOf', { part: number(figure.value), whole: number(figure.of ?? 0) })}
        </p>
      )}
      <Change figure={figure} period={period} />
      <Definition words={figure.definition} />
    </article>
  );
}

/** "nhiều hơn 12 so với 30 ngày liền trước" */
function Change({ figure, period }: { figure: FigureView; period: Span }) {
  const { t } = useTranslation(CITY);
  const { value, of, earlier, earlierOf } = figure;
  if (earlier === null) return <p className="beside">{t('change.now')}</p>;
  const against = comparedWords(period);
  const say = (key: string, by: string): ReactNode => (
    <p className="beside">{t(`change.${key}`, { by, against })}</p>
  );
  if (of !== null) {
    if (of === 0 || !earlierOf) return say('none', '');
    const points = Math.round((value / of - earlier / earlierOf) * 1000) / 10;
    return say(points === 0 ? 'same' : points > 0 ? 'higher' : 'lower', number(Math.abs(points)));
  }
  const more = value - earlier;
  return say(more === 0 ? 'same' : more > 0 ? 'more' : 'fewer', number(Math.abs(more)));
}

function Today({ today }: { today: Overview['today'] }) {
  const { t } = useTranslation(CITY);
  return (
    <div className="today">
      <h3>{t('today')}</h3>
      <dl>
        {today.figures.map((figure) => (
          <div key={figure.figure}>
            <dt>{inWords(figure.name)}</dt>
            <dd>
              <Link href={behind({ figure: figure.figure, period: today.period })}>
                {number(figure.value)}
              </Link>{' '}
              <span className="muted">
                {t('todayBefore', { before: number(figure.earlier ?? 0) })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function Definition({ words }: { words: Words }) {
  const { t } = useTranslation(CITY);
  return (
    <details className="definition no-print">
      <summary>{t('howCounted')}</summary>
      <p>{inWords(words)}</p>
    </details>
  );
}
