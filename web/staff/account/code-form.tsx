import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Faults } from '../common/faults.tsx';

interface Asked {
  purpose: 'pass' | 'recovery-codes';
  onDone: (codes: string[]) => void;
}

/** Asks for a code of the second factor. */
export function CodeForm({ purpose, onDone }: Asked) {
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  const give = useMutation({
    mutationFn: async () => {
      if (purpose === 'recovery-codes')
        return (await api.POST('/api/me/second-factor/recovery-codes', { body: { code } })).data;
      await api.POST('/api/me/second-factor/pass', { body: { code } });
      return undefined;
    },
    onSuccess: (given) => onDone(given?.recoveryCodes ?? []),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    give.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Faults error={give.error} form="code" />
      <TextInput
        id="code-code"
        className="field"
        label={t('factor.code')}
        description={t('factor.codeHint')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        autoComplete="one-time-code"
        required
      />
      <Button type="submit" loading={give.isPending}>
        {t(`factor.give.${purpose}`)}
      </Button>
    </form>
  );
}
