import './words.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../api/catalog.ts';
import { moment } from '../common/moments.ts';
import { StatusBadge, UrgencyBadge } from './badges.tsx';
import { TimeLeft } from './time-left.tsx';
import type { CaseItem, CaseView } from './use-case.ts';
import './case.css';

/** Who has it now, in words: the duty in its unit. */
export function useHolder(): (holder: CaseItem['holder']) => string {
  const { t } = useTranslation('case');
  const { agency } = useNames();
  return (holder) =>
    holder
      ? `${t(`duty.${holder.duty}`, { defaultValue: holder.duty })}, ${agency(holder.unit)}`
      : '';
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false)
    return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** The head of a case: what it is, how it stands, and what is left of its promise. */
export function CaseHead({ view, children }: { view: CaseView; children?: ReactNode }) {
  const { t } = useTranslation('case');
  const names = useNames();
  return (
    <header className="case-head">
      <h1>{names.category(view.category) || t('facts.none')}</h1>
      <p className="case-marks">
        <StatusBadge status={view.status} />
        <UrgencyBadge urgency={view.urgency} />
        <TimeLeft left={view.left} dueAt={view.dueAt} late={view.late} />
        {view.code && <code className="case-code">{view.code}</code>}
        {children}
      </p>
    </header>
  );
}

/** What is known of a case, beside what was said. */
export function CaseFacts({ view }: { view: CaseView }) {
  const { t } = useTranslation('case');
  const { t: frame } = useTranslation();
  const names = useNames();
  const holder = useHolder();
  const { incident } = view;
  return (
    <section aria-labelledby="case-facts">
      <h2 id="case-facts">{t('facts.title')}</h2>
      <dl className="case-facts">
        <Fact name={t('facts.kind')}>{frame(`kind.${view.kind}`)}</Fact>
        <Fact name={t('facts.urgency')}>{frame(`urgency.${view.urgency}`)}</Fact>
        <Fact name={t('facts.lead')}>
          {view.lead ? names.agency(view.lead) : t('facts.nobody')}
        </Fact>
        <Fact name={t('facts.supporting')}>{view.supporting.map(names.agency).join(', ')}</Fact>
        <Fact name={t('facts.holder')}>{holder(view.holder)}</Fact>
        <Fact name={t('facts.about')}>{view.about && names.agency(view.about)}</Fact>
        <Fact name={t('facts.place')}>
          {[view.place.address, names.ward(view.place.ward)].filter(Boolean).join(', ')}
        </Fact>
        <Fact name={t('facts.channel')}>
          {frame(`channel.${view.channel}`, { defaultValue: view.channel })}
        </Fact>
        <Fact name={t('facts.filed')}>
          <time dateTime={view.filedAt}>{moment(view.filedAt)}</time>
        </Fact>
        <Fact name={t('facts.reopens')}>{view.reopens > 0 ? String(view.reopens) : null}</Fact>
        <Fact name={t('facts.parts')}>
          {view.parts.length > 0 &&
            view.parts
              .map(
                (part) =>
                  `${names.agency(part.agency)}: ${part.task} (${t(`part.${part.status}`)})`,
              )
              .join('; ')}
        </Fact>
        <Fact name={t('facts.incidentName')}>
          {incident &&
            t(incident.main ? 'facts.incidentMain' : 'facts.incident', {
              members: incident.members ?? '',
            })}
        </Fact>
      </dl>
    </section>
  );
}
