import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api, brought } from '../api/client.ts';
import { signedIn } from '../api/me.ts';
import { problemOf } from '../api/problem.ts';
import { Wrong } from '../common/wrong.tsx';
import { homeOf } from '../frame/surfaces.ts';
import { Outside } from './outside.tsx';

/** Only places of this program are gone to. */
const wanted = () => {
  const to = new URLSearchParams(location.search).get('to');
  return to?.startsWith('/') && !to.startsWith('//') ? to : null;
};

/** Login and password, and the code of the second factor once it is asked for. */
export function SignIn() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const signIn = useMutation({
    mutationFn: () =>
      brought(api.POST('/api/session', { body: { login, password, ...(code && { code }) } })),
    onSuccess: (me) => {
      signedIn(me);
      go(wanted() ?? homeOf(me), { replace: true });
    },
  });
  const asked = signIn.error !== null && problemOf(signIn.error).code === 'session.code_required';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <Outside title={t('signIn')}>
      <form onSubmit={submit}>
        {signIn.error && <Wrong error={signIn.error} />}
        <TextInput
          label={t('login')}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          required
        />
        <PasswordInput
          label={t('password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          required
        />
        {(asked || code) && (
          <TextInput
            label={t('code')}
            description={t('codeHint')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoComplete="one-time-code"
            inputMode="numeric"
            data-autofocus
            required
          />
        )}
        <Button type="submit" size="md" fullWidth loading={signIn.isPending}>
          {t('signIn')}
        </Button>
        <a href="/reset">{t('forgotten')}</a>
      </form>
    </Outside>
  );
}
