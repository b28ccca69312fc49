import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../api/client.ts';
import type { Me } from '../api/me.ts';
import { Faults } from '../common/faults.tsx';
import { Qr } from './qr.tsx';

/** Sets a second factor up: the password, the QR code, the first code. */
export function Enrol({ me, onDone }: { me: Me; onDone: (codes: string[]) => void }) {
  const { t } = useTranslation('account');
  const [password, setPassword] = useState('');
  const [present, setPresent] = useState('');
  const [code, setCode] = useState('');
  const start = useMutation({
    mutationFn: () =>
      brought(
        api.POST('/api/me/second-factor', {
          body: { password, ...(present && { code: present }) },
        }),
      ),
  });
  const confirm = useMutation({
    mutationFn: () => brought(api.POST('/api/me/second-factor/confirm', { body: { code } })),
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (start.data) confirm.mutate();
    else start.mutate();
  };
  if (!start.data)
    return (
      <form onSubmit={submit}>
        <Faults error={start.error} form="enrol" />
        <p>{t('factor.password')}</p>
        <PasswordInput
          id="enrol-password"
          className="field"
          label={t('password.current')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          required
        />
        {me.enrolled && (
          <TextInput
            id="enrol-code"
            className="field"
            label={t('factor.presentCode')}
            value={present}
            onChange={(event) => setPresent(event.currentTarget.value)}
            autoComplete="one-time-code"
            required
          />
        )}
        <Button type="submit" loading={start.isPending}>
          {t('goOn')}
        </Button>
      </form>
    );
  return (
    <form onSubmit={submit}>
      <Faults error={confirm.error} form="confirm" />
      <p>{t('factor.scan')}</p>
      <div className="account-qr">
        <Qr text={start.data.uri} label={t('factor.qr')} />
        <div>
          <p>{t('factor.type')}</p>
          <p className="account-secret" data-testid="secret">
            {start.data.secret}
          </p>
        </div>
      </div>
      <TextInput
        id="confirm-code"
        className="field"
        label={t('factor.firstCode')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
      />
      <Button type="submit" loading={confirm.isPending}>
        {t('factor.confirm')}
      </Button>
    </form>
  );
}
