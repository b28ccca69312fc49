import { Alert, Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { Faults, faultOf } from '../common/faults.tsx';
import { sessionsKey } from './sessions.tsx';

/** Another password; every other session ends by it. */
export function Password() {
  const { t } = useTranslation('account');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => api.POST('/api/me/password', { body: { current, next } }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      void queries.invalidateQueries({ queryKey: sessionsKey });
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <section className="panel" aria-labelledby="password-title">
      <h2 id="password-title">{t('password.title')}</h2>
      <form onSubmit={submit}>
        <Faults error={change.error} form="password" />
        {change.isSuccess && <Alert role="status">{t('password.done')}</Alert>}
        <PasswordInput
          id="password-current"
          className="field"
          label={t('password.current')}
          error={faultOf(change.error, 'current')}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          autoComplete="current-password"
          required
        />
        <PasswordInput
          id="password-next"
          className="field"
          label={t('password.next')}
          description={t('password.rule')}
          error={faultOf(change.error, 'next')}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          autoComplete="new-password"
          required
        />
        <Button type="submit" loading={change.isPending}>
          {t('password.change')}
        </Button>
      </form>
    </section>
  );
}
