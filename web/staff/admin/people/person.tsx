import { Alert, Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, brought } from '../../api/client.ts';
import type { Me } from '../../api/me.ts';
import { queries } from '../../api/queries.ts';
import type { components } from '../../api/schema.d.ts';
import { Faults } from '../../common/faults.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { AccountFields, sent, type AccountDraft } from './account-fields.tsx';
import { History } from './history.tsx';
import { PersonDeeds } from './person-deeds.tsx';

export type Account = components['schemas']['AccountView'];

/** One account, and everything that has been done to it. */
export default function Person({ me, id }: { me: Me; id: string }) {
  const { t } = useTranslation('admin');
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts', id],
    queryFn: () => brought(api.GET('/api/accounts/{id}', { params: { path: { id } } })),
  });
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      <Link href="/people">← {t('part.people')}</Link>
      <div className="admin-head">
        <h1>{data.name}</h1>
        <p className="muted">
          {data.login} · {t(data.active ? 'people.is.active' : 'people.is.ended')} ·{' '}
          {t('people.sessions', { number: data.sessions })}
        </p>
      </div>
      <Change account={data} key={`${data.role} ${data.agency}`} />
      <PersonDeeds account={data} isMe={me.id === id} />
      <History events={data.events} />
    </>
  );
}

function Change({ account }: { account: Account }) {
  const { t } = useTranslation('admin');
  const [value, setValue] = useState<AccountDraft>({
    name: account.name,
    role: account.role,
    agency: account.agency ?? '',
    email: account.email ?? '',
    language: account.language === 'en' ? 'en' : 'vi',
  });
  const change = useMutation({
    mutationFn: () =>
      api.PUT('/api/accounts/{id}', { params: { path: { id: account.id } }, body: sent(value) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <section className="panel" aria-labelledby="change-title">
      <h2 id="change-title">{t('people.change')}</h2>
      <form className="admin-form" onSubmit={submit}>
        <Faults error={change.error} form="change" />
        {change.isSuccess && <Alert role="status">{t('saved')}</Alert>}
        <AccountFields
          form="change"
          value={value}
          error={change.error}
          onChange={(some) => setValue((before) => ({ ...before, ...some }))}
        />
        <p className="muted">{t('people.changeHint')}</p>
        <Button type="submit" loading={change.isPending}>
          {t('save')}
        </Button>
      </form>
    </section>
  );
}
