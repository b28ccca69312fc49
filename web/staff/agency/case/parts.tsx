import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../api/catalog.ts';
import type { Me } from '../../api/me.ts';
import type { CaseView } from '../../case/use-case.ts';
import { moment } from '../../common/moments.ts';
import { useColleagues } from '../people.ts';

const tones: Record<string, string> = { asked: 'accent', accepted: 'accent', answered: 'green' };

/** Who leads, who works on it, and what others are asked to do. */
export function Parts({ view, me }: { view: CaseView; me: Me }) {
  const { t } = useTranslation('agency');
  const { agency } = useNames();
  const { nameOf } = useColleagues();
  const officer = view.officer && nameOf(view.officer);
  return (
    <section className="panel">
      <h2>{t('parts.title')}</h2>
      <p>
        {t('parts.lead')}: <b>{view.lead ? agency(view.lead) : t('parts.nobody')}</b>
        {officer && ` · ${officer}`}
      </p>
      <ul className="part-list">
        {view.parts.map(({ number, agency: code, status, task, dueAt, answer }) => (
          <li key={number} data-own={code === me.agency || undefined}>
            <p>
              <b>{agency(code)}</b>{' '}
              <Badge className="badge" variant="light" color={tones[status] ?? 'gray'}>
                {t(`part.${status}`)}
              </Badge>
            </p>
            <p>{task || t('parts.named')}</p>
            {dueAt && <p className="muted">{t('parts.due', { at: moment(dueAt) })}</p>}
            {answer && <blockquote className="said">{answer}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  );
}
