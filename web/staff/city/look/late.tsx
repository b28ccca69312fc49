import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { may, type Me } from '../../api/me.ts';
import { moment } from '../../common/moments.ts';
import { Nothing } from '../../common/nothing.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { inWords } from '../../words.ts';
import { useNames } from '../../api/catalog.ts';
import { Bar } from '../bar.tsx';
import { CaseRows } from '../list/case-rows.tsx';
import { useBehind } from '../list/use-behind.ts';
import type { Asked } from '../period.ts';
import { behind, useAgencyRows, useMorning } from '../reports.ts';
import { CITY, number } from '../words.ts';

const LONGEST = 4;

/** Who is late now, what has waited longest, and what has been put before the leader. */
export function LateSection({ asked, me }: { asked: Asked; me: Me }) {
  const { t } = useTranslation(CITY);
  const { data, error } = useAgencyRows(asked);
  const { data: oldest } = useBehind('figure=late_now', LONGEST);
  const late = (data?.items ?? [])
    .filter(({ lateNow }) => lateNow > 0)
    .toSorted((a, b) => b.lateNow - a.lateNow);
  const most = late[0]?.lateNow ?? 0;
  return (
    <section aria-labelledby="late" className="panel">
      <h2 id="late">{t('late.title')}</h2>
      {error && <Wrong error={error} />}
      {data && late.length === 0 && <Nothing>{t('late.none')}</Nothing>}
      {late.length > 0 && (
        <div className="side-by-side">
          <div>
            <h3>{t('late.byAgency')}</h3>
            <ul className="bars">
              {late.map(({ agency, name, lateNow }) => (
                <li key={agency}>
                  <Link href={behind({ figure: 'late_now', of: agency })}>
                    <span>{inWords(name)}</span>
                    <b>{number(lateNow)}</b>
                    <span className="only-read"> {t('openCases')}</span>
                  </Link>
                  <Bar part={lateNow} whole={most} />
                </li>
              ))}
            </ul>
            {may(me, 'morning.read') && <Morning />}
          </div>
          <div>
            <h3>{t('late.oldest')}</h3>
            <CaseRows me={me} items={oldest?.pages.flatMap(({ items }) => items) ?? []} />
            <p className="no-print">
              <Link className="more" href={behind({ figure: 'late_now' })}>
                {t('late.all')}
              </Link>
            </p>
          </div>
        </div>
      )}
    </section>
  );
}

function Morning() {
  const { t } = useTranslation(CITY);
  const names = useNames();
  const { data } = useMorning(true);
  if (!data || data.length === 0) return null;
  return (
    <details className="morning">
      <summary>
        {t('late.morning')} <b>{number(data.length)}</b>
      </summary>
      <ul>
        {data.map(({ caseId, ref, category, unit, dueAt }) => (
          <li key={caseId}>
            <Link href={`/cases/${caseId}`}>
              {names.category(category) || t('noCategory')} · {ref}
            </Link>{' '}
            <span className="muted">
              {names.agency(unit)} · {t('late.dueAt', { at: moment(dueAt) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
