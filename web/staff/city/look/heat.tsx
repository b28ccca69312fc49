import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { inWords } from '../../words.ts';
import { CsvLink, periodQuery } from '../csv.tsx';
import { daysIn, type Asked } from '../period.ts';
import { behind, useHeat, useHotSpots, type PeriodView, type WardRow } from '../reports.ts';
import { CITY, number } from '../words.ts';
import type { HeatMap } from './heat-map.ts';
import { boundsOf, stepOf } from './heat-steps.ts';

const measures = { received: 'received', openNow: 'open_now', lateNow: 'late_now' } as const;
type Measure = keyof typeof measures;
const names = Object.keys(measures) as Measure[];

/** Hot spots are known for so long a time at most. */
const LONGEST_SPOTS = 184;
const SPOTS = 8;

/** Where: the wards on a map, and the same as a table. */
export function HeatSection({ asked }: { asked: Asked }) {
  const { t } = useTranslation(CITY);
  const { data, error, refetch } = useHeat(asked);
  const [measure, setMeasure] = useState<Measure>('received');
  const bounds = boundsOf(
    data?.items.filter(({ ward }) => ward !== null).map((row) => row[measure]) ?? [],
  );
  const period = data?.period;
  const { data: spots } = useHotSpots(
    period && daysIn(period) <= LONGEST_SPOTS ? { from: period.from, to: period.to } : null,
  );
  return (
    <section aria-labelledby="heat" className="panel">
      <div className="section-head">
        <h2 id="heat">{t('heat.title')}</h2>
        <CsvLink path="heat" query={periodQuery(asked)} />
      </div>
      <div className="pills no-print" role="group" aria-label={t('heat.measure')}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            className="pill"
            aria-pressed={measure === name}
            onClick={() => setMeasure(name)}
          >
            {t(`figure.${measures[name]}`)}
          </button>
        ))}
      </div>
      {error && <Wrong error={error} again={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <div className="side-by-side wide-first">
          <div>
            <HeatFigure
              rows={data.items}
              measure={measure}
              bounds={bounds}
              period={data.period}
              spots={spots?.items ?? []}
            />
            <Legend bounds={bounds} />
          </div>
          <div>
            <WardTable rows={data.items} measure={measure} bounds={bounds} period={data.period} />
            {spots && spots.items.length > 0 && (
              <>
                <h3>{t('heat.spots')}</h3>
                <ol className="spots">
                  {spots.items.slice(0, SPOTS).map((spot) => (
                    <li key={`${spot.family}${spot.lat}${spot.lon}`}>
                      {inWords(spot.name)}
                      {spot.ward && `, ${inWords(spot.ward)}`}: <b>{number(spot.count)}</b>
                    </li>
                  ))}
                </ol>
              </>
            )}
          </div>
        </div>
      )}
    </section>
  );
}

interface Shown {
  rows: WardRow[];
  measure: Measure;
  bounds: number[];
  period: PeriodView;
}

type Spots = NonNullable<ReturnType<typeof useHotSpots>['data']>['items'];

function HeatFigure({ rows, measure, bounds, period, spots }: Shown & { spots: Spots }) {
  const { t } = useTranslation(CITY);
  const element = useRef<HTMLDivElement>(null);
  const [, go] = useLocation();
  const [map, setMap] = useState<HeatMap | null>(null);
  const open = useRef((_ward: string) => {});
  open.current = (ward) => go(behind({ figure: measures[measure], period, ward }));
  useEffect(() => {
    let made: HeatMap | null = null;
    let gone = false;
    void import('./heat-map.ts').then(async ({ heatMap }) => {
      if (gone || !element.current) return;
      made = await heatMap(element.current, (ward) => open.current(ward));
      if (gone) made.end();
      else setMap(made);
    });
    return () => {
      gone = true;
      made?.end();
    };
  }, []);
  useEffect(() => {
    const value = new Map(rows.map((row) => [row.ward, row[measure]]));
    map?.color(
      (ward) => stepOf(value.get(ward) ?? 0, bounds),
      (ward) => `${ward.full_name}: ${number(value.get(ward.code) ?? 0)}`,
    );
  }, [map, rows, measure, bounds.join()]);
  useEffect(() => {
    map?.mark(
      spots.map(({ lat, lon, name, count }) => ({
        lat,
        lon,
        words: `${inWords(name)}: ${number(count)}`,
      })),
    );
  }, [map, spots]);
  return (
    <div
      ref={element}
      className="heat-map"
      role="group"
      aria-label={t('heat.mapOf', { figure: t(`figure.${measures[measure]}`) })}
    />
  );
}

function Legend({ bounds }: { bounds: number[] }) {
  const { t } = useTranslation(CITY);
  const ranges = bounds.map((bound, at) => {
    const least = (bounds[at - 1] ?? 0) + 1;
    return least === bound ? number(bound) : `${number(least)}–${number(bound)}`;
  });
  return (
    <ul className="legend" aria-label={t('heat.legend')}>
      {['0', ...ranges].map((range, step) => (
        <li key={range}>
          <svg className="swatch" viewBox="0 0 24 16" aria-hidden>
            <rect className={`heat-ground-${step}`} width="24" height="16" />
            {step > 1 &&
              [2, 10, 18].map((x) => (
                <rect key={x} className="heat-lines" x={x} width={step - 1} height="16" />
              ))}
          </svg>
          {range}
        </li>
      ))}
    </ul>
  );
}

function WardTable({ rows, measure, bounds, period }: Shown) {
  const { t } = useTranslation(CITY);
  const sorted = rows.toSorted((a, b) => b[measure] - a[measure]);
  if (rows.length === 0) return <Nothing>{t('nothingYet')}</Nothing>;
  return (
    <div className="scroll high" role="region" aria-label={t('heat.table')} tabIndex={0}>
      <table className="figures">
        <caption className="only-read">{t('heat.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('heat.ward')}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {t(`figure.${measures[name]}`)}
              </th>
            ))}
            <th scope="col">{t('heat.step')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.ward} data-ward={row.ward ?? 'none'}>
              <th scope="row">{inWords(row.name)}</th>
              {names.map((name) => (
                <td key={name}>
                  {row[name] === 0 ? (
                    <span className="muted">0</span>
                  ) : (
                    <Link href={behind({ figure: measures[name], period, ward: row.ward })}>
                      {number(row[name])}
                    </Link>
                  )}
                </td>
              ))}
              <td>{row.ward === null ? '–' : stepOf(row[measure], bounds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
