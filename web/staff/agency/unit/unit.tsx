import { useTranslation } from 'react-i18next';
import { useNames } from '../../api/catalog.ts';
import { may, type Me } from '../../api/me.ts';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { moment } from '../../common/moments.ts';
import { AgencyNav } from '../nav.tsx';
import { People } from './people.tsx';
import { Returns } from './returns.tsx';
import { Standing } from './standing.tsx';
import { UnitUrgings } from './urgings.tsx';
import { usePeopleStanding } from './use-people-standing.ts';
import './unit.css';

/** How the unit stands: who is late, with what, and what is waited for. */
export default function Unit({ me }: { me: Me }) {
  const { t } = useTranslation('agency');
  const { agency } = useNames();
  const { data, error, refetch } = usePeopleStanding();
  return (
    <>
      <div className="unit">
        <header>
          <h1>{t('unit.title')}</h1>
          <p className="muted">{agency(me.agency)}</p>
        </header>
        {error && <Wrong error={error} again={() => void refetch()} />}
        {!data && !error && <Waiting />}
        {data && (
          <>
            {may(me, 'urging.read') && <UnitUrgings />}
            <People people={data.items} me={me} />
            {may(me, 'deadline.standing') && <Standing from={data.from} to={data.to} />}
            <Returns me={me} />
            <p className="muted">{t('unit.asOf', { at: moment(data.asOf) })}</p>
          </>
        )}
      </div>
      <AgencyNav me={me} />
    </>
  );
}
