import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { useNames } from '../../api/catalog.ts';
import type { Me } from '../../api/me.ts';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { Filters } from './filters.tsx';
import { Section } from './section.tsx';
import { useInbox } from './use-inbox.ts';
import './inbox.css';

/** What one's unit has to do, by what is due next. */
export function Inbox({ me }: { me: Me }) {
  const { t } = useTranslation('agency');
  const { agency } = useNames();
  const [search, setSearch] = useSearchParams();
  const officer = search.get('officer') ?? '';
  const filter = officer ? { officer } : {};
  const { shown, data, error, again, catchUp } = useInbox(filter);
  const choose = (chosen: string) =>
    setSearch(chosen ? { officer: chosen } : {}, { replace: true });
  const sections = shown?.sections ?? [];
  return (
    <div className="inbox">
      <header className="inbox-head">
        <div>
          <h1>{t('inbox.title')}</h1>
          <p className="muted">{agency(me.agency)}</p>
        </div>
        <Filters me={me} officer={officer} choose={choose} />
      </header>
      {error && <Wrong error={error} again={again} />}
      {!data && !error && <Waiting />}
      {sections.length > 1 && (
        <nav aria-label={t('inbox.sections')} className="inbox-jump">
          {sections.map(({ section, total }) => (
            <a key={section} href={`#s-${section}`}>
              {t(`section.${section}`)} <span className="count">{total}</span>
            </a>
          ))}
        </nav>
      )}
      <div aria-live="polite" className="inbox-news">
        {shown !== null && shown.changes > 0 && (
          <Button onClick={catchUp}>{t('inbox.changes', { n: shown.changes })}</Button>
        )}
      </div>
      {sections.map((one) => (
        <Section key={one.section} section={one} filter={filter} />
      ))}
      {shown && sections.length === 0 && (
        <Nothing>{t(officer ? 'inbox.noneOfPerson' : 'inbox.none')}</Nothing>
      )}
    </div>
  );
}
