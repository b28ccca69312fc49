import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { meAgain } from '../api/me.ts';
import { Faults } from '../common/faults.tsx';

/** Switches the second factor off, where the role does not need it. */
export function StopSecondFactor({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('account');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const stop = useMutation({
    mutationFn: () => api.DELETE('/api/me/second-factor', { body: { password, code } }),
    onSuccess: () => {
      onDone();
      void meAgain();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    stop.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Faults error={stop.error} form="stop" />
      <PasswordInput
        id="stop-password"
        className="field"
        label={t('password.current')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="current-password"
        required
      />
      <TextInput
        id="stop-code"
        className="field"
        label={t('factor.code')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        autoComplete="one-time-code"
        required
      />
      <Button type="submit" color="red" loading={stop.isPending}>
        {t('factor.stop')}
      </Button>
    </form>
  );
}
