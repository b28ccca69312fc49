import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNames } from '../../api/catalog.ts';
import { may, type Me } from '../../api/me.ts';
import { moment } from '../../common/moments.ts';
import { Nothing } from '../../common/nothing.tsx';
import { inWords } from '../../words.ts';
import { useDiversions, useRepeats, useReveals, useUrgings, type PeriodView } from '../reports.ts';
import { CITY, number, percent } from '../words.ts';
import { Definition } from './numbers.tsx';

/** Of the urgings, those that wait longest for their answer. */
const SHORT = 6;

/** What is watched over: urgings, repeats, revealed identities, diversions; each for those who may. */
export function WatchSection({ me, period }: { me: Me; period: PeriodView }) {
  const { t } = useTranslation(CITY);
  return (
    <section aria-labelledby="watch" className="panel">
      <h2 id="watch">{t('watch.title')}</h2>
      <div className="side-by-side">
        {may(me, 'urging.read') && <Urgings />}
        {may(me, 'repeat.read') && <Repeats period={period} />}
        {may(me, 'reveal.list') && <Reveals />}
        {may(me, 'diversion.read') && <Diversions period={period} />}
      </div>
    </section>
  );
}

function Urgings() {
  const { t } = useTranslation(CITY);
  const names = useNames();
  const { data } = useUrgings(true);
  return (
    <div>
      <h3>{t('watch.urgings')}</h3>
      {data?.counts.length === 0 && <Nothing>{t('watch.noUrgings')}</Nothing>}
      {data && data.counts.length > 0 && (
        <>
          <div className="scroll" role="region" aria-label={t('watch.urgings')} tabIndex={0}>
            <table className="figures">
              <caption className="only-read">{t('watch.urgings')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('agencies.agency')}</th>
                  <th scope="col">{t('watch.sent')}</th>
                  <th scope="col">{t('watch.open')}</th>
                  <th scope="col">{t('watch.overdue')}</th>
                </tr>
              </thead>
              <tbody>
                {data.counts.map(({ agency, sent, open, overdue }) => (
                  <tr key={agency}>
                    <th scope="row">{names.agency(agency)}</th>
                    <td>{number(sent)}</td>
                    <td>{number(open)}</td>
                    <td>{number(overdue)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ul className="plain">
            {data.items
              .slice(0, SHORT)
              .map(({ caseId, ref, number: nth, agency, sentAt, open, late }) => (
                <li key={`${caseId}${nth}`}>
                  <Link href={`/cases/${caseId}`}>{t('watch.urging', { nth, ref })}</Link>{' '}
                  <span className="muted">
                    {names.agency(agency)} · {moment(sentAt)} ·{' '}
                    {t(open ? (late ? 'watch.isOverdue' : 'watch.isOpen') : 'watch.isDone')}
                  </span>
                </li>
              ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Repeats({ period }: { period: PeriodView }) {
  const { t } = useTranslation(CITY);
  const { data } = useRepeats(period, true);
  const items = data?.items.filter(({ repeated }) => repeated > 0) ?? [];
  return (
    <div>
      <h3>{t('watch.repeats')}</h3>
      {data && items.length === 0 && <Nothing>{t('watch.noRepeats')}</Nothing>}
      {items.length > 0 && (
        <div className="scroll" role="region" aria-label={t('watch.repeats')} tabIndex={0}>
          <table className="figures">
            <caption className="only-read">{t('watch.repeats')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('agencies.agency')}</th>
                <th scope="col">{t('watch.repeated')}</th>
                <th scope="col">{t('watch.answers')}</th>
                <th scope="col">{t('watch.rate')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ agency, name, repeated, answers }) => (
                <tr key={agency}>
                  <th scope="row">{inWords(name)}</th>
                  <td>{number(repeated)}</td>
                  <td>{number(answers)}</td>
                  <td>{percent(repeated, answers)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data && <Definition words={data.definition} />}
    </div>
  );
}

function Reveals() {
  const { t } = useTranslation(CITY);
  const names = useNames();
  const { data } = useReveals(true);
  return (
    <div>
      <h3>{t('watch.reveals')}</h3>
      {data?.items.length === 0 && <Nothing>{t('watch.noReveals')}</Nothing>}
      <ul className="plain">
        {data?.items.map(({ at, by, complaintId, category, reason }) => (
          <li key={`${complaintId}${at}`}>
            <Link href={`/cases/${complaintId}`}>
              {names.category(category) || t('noCategory')}
            </Link>{' '}
            <span className="muted">
              {by.name} · {moment(at)}
              {reason && ` · ${reason}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Diversions({ period }: { period: PeriodView }) {
  const { t } = useTranslation(CITY);
  const { data } = useDiversions(period, true);
  const procedures = [...new Set(data?.items.map(({ procedure }) => procedure) ?? [])];
  return (
    <div>
      <h3>{t('watch.diversions')}</h3>
      {data && procedures.length === 0 && <Nothing>{t('watch.noDiversions')}</Nothing>}
      <ul className="plain">
        {procedures.map((procedure) => (
          <li key={procedure}>
            {t(`procedure.${procedure}`, { defaultValue: procedure })}:{' '}
            <b>
              {number(
                (data?.items ?? [])
                  .filter((one) => one.procedure === procedure)
                  .reduce((sum, { count }) => sum + count, 0),
              )}
            </b>
          </li>
        ))}
      </ul>
      <p className="muted">{t('watch.diversionsAre')}</p>
    </div>
  );
}
