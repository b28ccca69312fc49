import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Mark } from '../common/mark.tsx';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { moment } from '../common/moments.ts';
import { Ask } from '../common/ask.tsx';
import { Waiting } from '../common/waiting.tsx';
import { Wrong } from '../common/wrong.tsx';

export const sessionsKey = ['me', 'sessions'];

/** Where one is signed in. */
export function OwnSessions() {
  const { t } = useTranslation('account');
  const { data, error, refetch } = useQuery({
    queryKey: sessionsKey,
    queryFn: () => brought(api.GET('/api/me/sessions')),
  });
  const end = useMutation({
    mutationFn: (id: string | null) =>
      id === null
        ? api.DELETE('/api/me/sessions')
        : api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } }),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  });
  return (
    <section className="panel" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('sessions.title')}</h2>
      {end.error && <Wrong error={end.error} />}
      {error ? (
        <Wrong error={error} again={() => void refetch()} />
      ) : data ? (
        <ul className="account-list">
          {data.map(({ id, device, lastSeenAt, current }) => (
            <li key={id}>
              <p>
                {device ?? t('sessions.unknown')}{' '}
                {current && <Mark tone="good">{t('sessions.here')}</Mark>}
                <br />
                <span className="muted">{t('sessions.seen', { at: moment(lastSeenAt) })}</span>
              </p>
              {!current && (
                <Button
                  variant="default"
                  aria-label={t('sessions.endOf', { device: device ?? t('sessions.unknown') })}
                  onClick={() => end.mutate(id)}
                >
                  {t('sessions.end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <Waiting />
      )}
      {data && data.length > 1 && (
        <Ask
          label={t('sessions.endOthers')}
          title={t('sessions.endOthers')}
          onYes={() => end.mutate(null)}
        >
          {t('sessions.sure')}
        </Ask>
      )}
    </section>
  );
}
