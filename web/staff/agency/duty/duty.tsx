import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../api/client.ts';
import type { Me } from '../../api/me.ts';
import { queries } from '../../api/queries.ts';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { moment } from '../../common/moments.ts';
import { AgencyNav } from '../nav.tsx';
import { NewStandIn } from './new-stand-in.tsx';
import './duty.css';

const key = ['stand-ins'];

/** Who acts in whose place, and until when. */
export default function Duty({ me }: { me: Me }) {
  const { t } = useTranslation('agency');
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: () => brought(api.GET('/api/stand-ins', { params: { query: {} } })),
  });
  const again = () => void queries.invalidateQueries({ queryKey: key });
  const end = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/stand-ins/{id}', { params: { path: { id } } }),
    onSettled: again,
  });
  const mayEnd = (absent: string) => me.role === 'agency_head' || absent === me.id;
  return (
    <>
      <div className="duty">
        <h1>{t('duty.title')}</h1>
        <p className="muted">{t('duty.what')}</p>
        {error && <Wrong error={error} again={() => void refetch()} />}
        {end.error && <Wrong error={end.error} />}
        {!data && !error && <Waiting />}
        {data?.items.length === 0 && <Nothing>{t('duty.none')}</Nothing>}
        <ul className="duty-list">
          {data?.items.map(({ id, absent, standIn, startsAt, endsAt, reason, running }) => (
            <li key={id} className="panel">
              <p>
                <b>{t('duty.line', { standIn: standIn.name, absent: absent.name })}</b>
              </p>
              <p className="muted">
                {t(running ? 'duty.running' : 'duty.coming')}: {moment(startsAt)} – {moment(endsAt)}
                {reason && ` · ${reason}`}
              </p>
              {mayEnd(absent.id) && (
                <Button variant="default" loading={end.isPending} onClick={() => end.mutate(id)}>
                  {t('duty.end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <NewStandIn me={me} made={again} />
      </div>
      <AgencyNav me={me} />
    </>
  );
}
