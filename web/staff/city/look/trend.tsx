import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { inWords } from '../../words.ts';
import { CsvLink, periodQuery } from '../csv.tsx';
import { comparedWords, type Asked } from '../period.ts';
import { behind, useTrend, type PeriodView, type TrendRow } from '../reports.ts';
import { CITY, number } from '../words.ts';
import { LineChart, Sparkline } from './line-chart.tsx';
import { useShort } from './short.tsx';

const SHORT = 12;

/** How it goes: day by day, and what it is about. */
export function TrendSection({ asked }: { asked: Asked }) {
  const { t } = useTranslation(CITY);
  const { data, error, refetch } = useTrend(asked, 'category');
  return (
    <section aria-labelledby="trend" className="panel">
      <div className="section-head">
        <h2 id="trend">{t('trend.title')}</h2>
        <CsvLink path="trend" query={periodQuery(asked)} />
      </div>
      <Days asked={asked} />
      {error && <Wrong error={error} again={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && <Categories rows={data.items} period={data.period} />}
    </section>
  );
}

const said = (day: string | null) => (day ?? '').split('-').toReversed().slice(0, 2).join('/');

function Days({ asked }: { asked: Asked }) {
  const { t } = useTranslation(CITY);
  const { data } = useTrend(asked, 'day');
  if (!data || data.items.length < 2) return null;
  const { items, period } = data;
  const of = (name: 'received' | 'resolved' | 'earlier') => items.map((row) => row[name]);
  return (
    <div className="side-by-side wide-first">
      <figure className="days">
        <LineChart
          labels={[said(items[0]?.key ?? null), said(items.at(-1)?.key ?? null)]}
          lines={[
            { name: 'earlier', look: 'faint', values: of('earlier') },
            { name: 'resolved', look: 'dashed', values: of('resolved') },
            { name: 'received', look: 'full', values: of('received') },
          ]}
        />
        <figcaption>
          <ul className="legend">
            {(['full', 'dashed', 'faint'] as const).map((look) => (
              <li key={look}>
                <svg className="swatch" viewBox="0 0 24 16" aria-hidden>
                  <line className={`chart-line ${look}`} x1="0" x2="24" y1="8" y2="8" />
                </svg>
                {look === 'full' && t('figure.received')}
                {look === 'dashed' && t('figure.resolved')}
                {look === 'faint' && t('trend.earlier', { against: comparedWords(period) })}
              </li>
            ))}
          </ul>
        </figcaption>
      </figure>
      <div className="scroll high" role="region" aria-label={t('trend.byDay')} tabIndex={0}>
        <table className="figures">
          <caption className="only-read">{t('trend.byDay')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('trend.day')}</th>
              <th scope="col">{t('figure.received')}</th>
              <th scope="col">{t('figure.resolved')}</th>
              <th scope="col">{t('trend.before')}</th>
            </tr>
          </thead>
          <tbody>
            {items.toReversed().map((row) => (
              <tr key={row.key}>
                <th scope="row">{said(row.key)}</th>
                <td>{number(row.received)}</td>
                <td>{number(row.resolved)}</td>
                <td>{number(row.earlier)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Categories({ rows, period }: { rows: TrendRow[]; period: PeriodView }) {
  const { t } = useTranslation(CITY);
  const { shown, more } = useShort(rows, SHORT);
  if (rows.length === 0) return <Nothing>{t('nothingYet')}</Nothing>;
  return (
    <>
      <div className="scroll" role="region" aria-label={t('trend.byCategory')} tabIndex={0}>
        <table className="figures">
          <caption>{t('trend.byCategory')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('trend.category')}</th>
              <th scope="col">{t('figure.received')}</th>
              <th scope="col">{t('trend.before')}</th>
              <th scope="col">{t('trend.change')}</th>
              <th scope="col">{t('trend.course')}</th>
              <th scope="col">{t('figure.resolved')}</th>
              <th scope="col">{t('figure.late_now')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <CategoryRow key={row.key} row={row} period={period} />
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
}

function CategoryRow({ row, period }: { row: TrendRow; period: PeriodView }) {
  const { t } = useTranslation(CITY);
  const more = row.received - row.earlier;
  const cell = (figure: 'received' | 'resolved' | 'late_now', value: number) => (
    <td>
      {value === 0 ? (
        <span className="muted">0</span>
      ) : (
        <Link href={behind({ figure, period, category: row.key })}>{number(value)}</Link>
      )}
    </td>
  );
  return (
    <tr data-category={row.key ?? 'none'}>
      <th scope="row">{row.name ? inWords(row.name) : t('noCategory')}</th>
      {cell('received', row.received)}
      <td>{number(row.earlier)}</td>
      <td>{more === 0 ? '=' : `${more > 0 ? '▲ +' : '▼ −'}${number(Math.abs(more))}`}</td>
      <td>
        <Sparkline values={row.series} />
      </td>
      {cell('resolved', row.resolved)}
      {cell('late_now', row.lateNow ?? 0)}
    </tr>
  );
}
