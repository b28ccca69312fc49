import { Button } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { may, type Me } from '../../api/me.ts';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { useSearch } from 'wouter';
import { useRemembered } from '../back.tsx';
import { spanWords, usePeriod } from '../period.ts';
import { useOverview } from '../reports.ts';
import { CITY } from '../words.ts';
import { AgencySection } from './agencies.tsx';
import { Fresh } from './fresh.tsx';
import { HeatSection } from './heat.tsx';
import { LateSection } from './late.tsx';
import { Numbers } from './numbers.tsx';
import { PeriodChooser } from './period-chooser.tsx';
import { TrendSection } from './trend.tsx';
import { WatchSection } from './watch.tsx';

/** The numbers first, then whose they are, where and since when. */
export default function Look({ me }: { me: Me }) {
  const { t } = useTranslation(CITY);
  const search = useSearch();
  useRemembered('look', search ? `/?${search}` : '/');
  const [asked, choose] = usePeriod();
  const { data: overview, error, refetch, isPlaceholderData } = useOverview(asked);
  return (
    <>
      <header className="city-head">
        <div>
          <h1>{t('title')}</h1>
          {overview && (
            <p className="muted">
              {t('period')}: {spanWords(overview.period)}
            </p>
          )}
        </div>
        <Button
          className="no-print"
          variant="default"
          leftSection={<Printer size={18} aria-hidden />}
          onClick={() => globalThis.print()}
        >
          {t('print')}
        </Button>
      </header>
      <PeriodChooser asked={asked} shown={overview?.period} choose={choose} />
      {error && <Wrong error={error} again={() => void refetch()} />}
      {!overview && !error && <Waiting />}
      {overview && (
        <div className="city-sections" aria-busy={isPlaceholderData}>
          <Fresh asOf={overview.asOf} />
          <Numbers overview={overview} />
          <LateSection asked={asked} me={me} />
          <AgencySection asked={asked} />
          <HeatSection asked={asked} />
          <TrendSection asked={asked} />
          {(may(me, 'urging.read') || may(me, 'diversion.read')) && (
            <WatchSection me={me} period={overview.period} />
          )}
        </div>
      )}
    </>
  );
}
