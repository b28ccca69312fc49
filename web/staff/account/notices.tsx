import { Alert, Button, Checkbox, Group, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import type { components } from '../api/schema.d.ts';
import { Faults, faultOf } from '../common/faults.tsx';
import { Waiting } from '../common/waiting.tsx';
import { Wrong } from '../common/wrong.tsx';

type Hours = components['schemas']['NoticeHours'];
const key = ['me', 'notices'];
const days = [1, 2, 3, 4, 5, 6, 7];

/** When mails about cases are held back. */
export function Notices() {
  const { t } = useTranslation('account');
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: () => brought(api.GET('/api/me/notices')),
  });
  return (
    <section className="panel" aria-labelledby="notices-title">
      <h2 id="notices-title">{t('notices.title')}</h2>
      <p className="muted">{t('notices.why')}</p>
      {error && <Wrong error={error} again={() => void refetch()} />}
      {data ? <HoursForm known={data} /> : !error && <Waiting />}
    </section>
  );
}

function HoursForm({ known }: { known: Hours }) {
  const { t } = useTranslation('account');
  const [hours, setHours] = useState(known);
  const change = useMutation({
    mutationFn: () => brought(api.PUT('/api/me/notices', { body: hours })),
    onSuccess: (now) => queries.setQueryData(key, now),
  });
  const set = (some: Partial<Hours>) => setHours((before) => ({ ...before, ...some }));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Faults error={change.error} form="notices" />
      {change.isSuccess && <Alert role="status">{t('saved')}</Alert>}
      <Switch
        label={t('notices.quiet')}
        checked={hours.quiet}
        onChange={(event) => set({ quiet: event.currentTarget.checked })}
      />
      {hours.quiet && (
        <>
          <div className="account-pair">
            <TextInput
              id="notices-from"
              type="time"
              label={t('notices.from')}
              value={hours.from}
              onChange={(event) => set({ from: event.currentTarget.value })}
              required
            />
            <TextInput
              id="notices-to"
              type="time"
              label={t('notices.to')}
              error={faultOf(change.error, 'to')}
              value={hours.to}
              onChange={(event) => set({ to: event.currentTarget.value })}
              required
            />
          </div>
          <Checkbox.Group
            label={t('notices.days')}
            value={hours.days.map(String)}
            onChange={(chosen) => set({ days: chosen.map(Number) })}
          >
            <Group mt="xs">
              {days.map((day) => (
                <Checkbox key={day} value={`${day}`} label={t(`weekday.${day}`)} />
              ))}
            </Group>
          </Checkbox.Group>
        </>
      )}
      <Switch
        label={t('notices.digest')}
        checked={hours.digest}
        onChange={(event) => set({ digest: event.currentTarget.checked })}
      />
      <Button type="submit" variant="default" loading={change.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}
