import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api, brought } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Faults, faultOf } from '../../common/faults.tsx';
import { AccountFields, sent, type AccountDraft } from './account-fields.tsx';

const empty: AccountDraft = { name: '', role: 'officer', agency: '', email: '', language: 'vi' };

/** A new account: the person sets the password by a mailed link. */
export function NewPerson({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('admin');
  const [, go] = useLocation();
  const [login, setLogin] = useState('');
  const [value, setValue] = useState(empty);
  const make = useMutation({
    mutationFn: () => brought(api.POST('/api/accounts', { body: { login, ...sent(value) } })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      onDone();
      go(`/people/${id}`);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <section className="panel" aria-labelledby="new-title">
      <h2 id="new-title">{t('people.add')}</h2>
      <p className="muted">{t('people.linkHint')}</p>
      <form className="admin-form" onSubmit={submit}>
        <Faults error={make.error} form="new" />
        <TextInput
          id="new-login"
          label={t('people.login')}
          description={t('people.loginHint')}
          error={faultOf(make.error, 'login')}
          value={login}
          maxLength={80}
          autoCapitalize="none"
          autoComplete="off"
          onChange={(event) => setLogin(event.currentTarget.value.toLowerCase())}
          required
        />
        <AccountFields
          form="new"
          value={value}
          error={make.error}
          onChange={(some) => setValue((before) => ({ ...before, ...some }))}
        />
        <Button type="submit" loading={make.isPending}>
          {t('people.make')}
        </Button>
      </form>
    </section>
  );
}
