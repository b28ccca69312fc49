import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { inWords } from '../../words.ts';
import { CsvLink, periodQuery } from '../csv.tsx';
import type { Asked } from '../period.ts';
import { behind, useAgencyRows, type AgencyRow, type Figure, type PeriodView } from '../reports.ts';
import { CITY, number, percent } from '../words.ts';
import { Definition } from './numbers.tsx';
import { useShort } from './short.tsx';

/** Longer lists are shown on demand. */
const SHORT = 10;

/** Agencies, each held against its like alone. */
export function AgencySection({ asked }: { asked: Asked }) {
  const { t } = useTranslation(CITY);
  const { data, error, refetch } = useAgencyRows(asked);
  const types = [...new Set(data?.items.map(({ type }) => type) ?? [])];
  return (
    <section aria-labelledby="agencies" className="panel">
      <div className="section-head">
        <h2 id="agencies">{t('agencies.title')}</h2>
        <CsvLink path="agencies" query={periodQuery(asked)} />
      </div>
      {error && <Wrong error={error} again={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <p className="muted">{inWords(data.ranking)}</p>
          {types.length === 0 && <Nothing>{t('nothingYet')}</Nothing>}
          {types.map((type) => (
            <OfType
              key={type}
              type={type}
              rows={data.items.filter((row) => row.type === type)}
              period={data.period}
            />
          ))}
          {data.definitions.map(({ figure, name, definition }) => (
            <p key={figure} className="only-print">
              <b>{inWords(name)}</b>: {inWords(definition)}
            </p>
          ))}
          <Definitions items={data.definitions} />
        </>
      )}
    </section>
  );
}

function Definitions({
  items,
}: {
  items: {
    figure: string;
    name: { vi: string; en: string };
    definition: { vi: string; en: string };
  }[];
}) {
  return (
    <Definition
      words={{
        vi: items.map((one) => `${one.name.vi}: ${one.definition.vi}`).join('\n'),
        en: items.map((one) => `${one.name.en}: ${one.definition.en}`).join('\n'),
      }}
    />
  );
}

interface OfTypeProps {
  type: string;
  rows: AgencyRow[];
  period: PeriodView;
}

function OfType({ type, rows, period }: OfTypeProps) {
  const { t } = useTranslation(CITY);
  const { shown, more } = useShort(rows, SHORT);
  const name = t(`type.${type}`, { defaultValue: type });
  return (
    <>
      <div className="scroll" role="region" aria-label={name} tabIndex={0}>
        <table className="figures ranked">
          <caption>{name}</caption>
          <thead>
            <tr>
              <th scope="col">{t('agencies.rank')}</th>
              <th scope="col">{t('agencies.agency')}</th>
              <th scope="col">{t('figure.kept')}</th>
              <th scope="col">{t('figure.broken')}</th>
              <th scope="col">{t('figure.late_now')}</th>
              <th scope="col">{t('figure.open_now')}</th>
              <th scope="col">{t('figure.received')}</th>
              <th scope="col">{t('figure.returned')}</th>
              <th scope="col">{t('figure.repeats')}</th>
              <th scope="col">{t('figure.satisfied')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.agency} row={row} period={period} />
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
}

function Row({ row, period }: { row: AgencyRow; period: PeriodView }) {
  const { t } = useTranslation(CITY);
  const cell = (figure: Figure, value: number) => (
    <td>
      {value === 0 ? (
        <span className="muted">0</span>
      ) : (
        <Link href={behind({ figure, period, of: row.agency })}>{number(value)}</Link>
      )}
    </td>
  );
  const due = row.kept + row.broken;
  return (
    <tr data-agency={row.agency}>
      <td>{row.rank === null ? <span className="muted">{t('agencies.few')}</span> : row.rank}</td>
      <th scope="row">{inWords(row.name)}</th>
      <td>
        {due === 0 ? (
          <span className="muted">–</span>
        ) : (
          <>
            <b>{percent(row.kept, due)}</b>{' '}
            <Link href={behind({ figure: 'kept', period, of: row.agency })}>
              {t('partOf', { part: number(row.kept), whole: number(due) })}
            </Link>
          </>
        )}
      </td>
      {cell('broken', row.broken)}
      {cell('late_now', row.lateNow)}
      {cell('open_now', row.openNow)}
      {cell('received', row.received)}
      {cell('returned', row.returned)}
      {cell('repeats', row.repeats)}
      <td>
        {row.rated === 0 ? (
          <span className="muted">–</span>
        ) : (
          <Link href={behind({ figure: 'rated', period, of: row.agency })}>
            {t('partOf', { part: number(row.satisfied), whole: number(row.rated) })}
          </Link>
        )}
      </td>
    </tr>
  );
}
