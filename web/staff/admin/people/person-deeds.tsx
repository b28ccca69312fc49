import { Alert, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { Ask } from '../../common/ask.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { HandOver } from './hand-over.tsx';
import type { Account } from './person.tsx';

type Deed = 'link' | 'factor' | 'sessions' | 'end' | 'restore';

const deeds: Record<Deed, (id: string) => Promise<unknown>> = {
  link: (id) => api.POST('/api/accounts/{id}/link', { params: { path: { id } } }),
  factor: (id) => api.DELETE('/api/accounts/{id}/second-factor', { params: { path: { id } } }),
  sessions: (id) => api.DELETE('/api/accounts/{id}/sessions', { params: { path: { id } } }),
  end: (id) => api.POST('/api/accounts/{id}/end', { params: { path: { id } } }),
  restore: (id) => api.POST('/api/accounts/{id}/restore', { params: { path: { id } } }),
};

/** Links, second factor, sessions, and the end of an account. */
export function PersonDeeds({ account, isMe }: { account: Account; isMe: boolean }) {
  const { t } = useTranslation('admin');
  const { id, name, active, secondFactor, sessions } = account;
  const act = useMutation({
    mutationFn: (deed: Deed) => deeds[deed](id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const holds = act.error !== null && problemOf(act.error).code === 'staff.holds_matters';
  const offered: Deed[] = [
    ...(active && account.email ? (['link'] as const) : []),
    ...(secondFactor && !isMe ? (['factor'] as const) : []),
    ...(sessions > 0 ? (['sessions'] as const) : []),
    ...(isMe ? [] : [active ? ('end' as const) : ('restore' as const)]),
  ];
  return (
    <section className="panel" aria-labelledby="deeds-title">
      <h2 id="deeds-title">{t('deeds.title')}</h2>
      {act.error && !holds && <Wrong error={act.error} />}
      {act.isSuccess && act.variables && (
        <Alert role="status" mb="md">
          {t(`deeds.${act.variables}.done`)}
        </Alert>
      )}
      <Group>
        {offered.map((deed) => (
          <Ask
            key={deed}
            label={t(`deeds.${deed}.do`)}
            title={name}
            {...(deed === 'end' && { color: 'red' })}
            onYes={() => act.mutate(deed)}
          >
            {t(`deeds.${deed}.sure`)}
          </Ask>
        ))}
      </Group>
      {holds && <HandOver account={account} onDone={() => act.reset()} />}
    </section>
  );
}
