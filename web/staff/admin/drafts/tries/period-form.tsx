import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from './in-parts.ts';

/** Over which past days a draft is tried. */
export function PeriodForm({
  isRunning,
  onRun,
}: {
  isRunning: boolean;
  onRun: (asked: Period) => void;
}) {
  const { t } = useTranslation('admin');
  const [asked, setAsked] = useState<Period>({ from: '', to: '' });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onRun(asked);
  };
  return (
    <form className="admin-filter" onSubmit={submit}>
      <TextInput
        type="date"
        label={t('try.filedFrom')}
        value={asked.from}
        onChange={(event) => setAsked({ ...asked, from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('try.filedTo')}
        value={asked.to}
        onChange={(event) => setAsked({ ...asked, to: event.currentTarget.value })}
      />
      <Button type="submit" loading={isRunning}>
        {t('try.run')}
      </Button>
    </form>
  );
}
