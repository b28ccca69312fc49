import { useTranslation } from 'react-i18next';
import { may, type Me } from '../../api/me.ts';
import { Health } from './health.tsx';
import { Jobs } from './jobs.tsx';
import { Versions } from './versions.tsx';
import { Waits } from './waits.tsx';

/** How things stand. */
export function Home({ me }: { me: Me }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <h1>{t('home.title')}</h1>
      <div className="admin-cards">
        <Health />
        <Waits me={me} />
        <Jobs />
        {may(me, 'draft.read') && <Versions />}
      </div>
    </>
  );
}
