import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { problemOf } from '../api/problem.ts';
import { Wrong } from '../common/wrong.tsx';
import { inWords } from '../words.ts';
import { Outside } from './outside.tsx';

/** Asks for a mailed link, or, behind such a link, for the new password. */
export function Reset() {
  const token = location.hash.slice(1);
  return token ? <NewPassword token={token} /> : <AskLink />;
}

function AskLink() {
  const { t } = useTranslation();
  const [login, setLogin] = useState('');
  const ask = useMutation({
    mutationFn: () => api.POST('/api/session/reset', { body: { login } }),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <Outside title={t('forgotten')}>
      <form onSubmit={submit}>
        {ask.error && <Wrong error={ask.error} />}
        {ask.isSuccess && <Alert role="status">{t('linkSent')}</Alert>}
        <TextInput
          label={t('login')}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          autoComplete="username"
          required
        />
        <Button type="submit" loading={ask.isPending}>
          {t('askLink')}
        </Button>
        <a href="/sign-in">{t('signIn')}</a>
      </form>
    </Outside>
  );
}

function NewPassword({ token }: { token: string }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const set = useMutation({
    mutationFn: () => api.POST('/api/session/reset/confirm', { body: { token, password } }),
  });
  const wrong = set.error && problemOf(set.error).about('password');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    set.mutate();
  };
  return (
    <Outside title={t('newPassword')}>
      {set.isSuccess ? (
        <Alert role="status">
          {t('passwordSet')} <a href="/sign-in">{t('signIn')}</a>
        </Alert>
      ) : (
        <form onSubmit={submit}>
          {set.error && !wrong && <Wrong error={set.error} />}
          <PasswordInput
            label={t('newPassword')}
            error={wrong && inWords(wrong)}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="new-password"
            required
          />
          <Button type="submit" loading={set.isPending}>
            {t('save')}
          </Button>
        </form>
      )}
    </Outside>
  );
}
