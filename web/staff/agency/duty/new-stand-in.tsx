import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Me } from '../../api/me.ts';
import { problemOf } from '../../api/problem.ts';
import { Wrong } from '../../common/wrong.tsx';
import { inWords } from '../../words.ts';
import { useColleagues } from '../people.ts';

/** What a day's field says, as an instant of the city's zone. */
const inCity = (local: string) => `${local}:00+07:00`;

/** Names who acts in the place of an absent colleague. */
export function NewStandIn({ me, made }: { me: Me; made: () => void }) {
  const { t } = useTranslation('agency');
  const { people } = useColleagues();
  const [absent, setAbsent] = useState(me.id);
  const [standIn, setStandIn] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const make = useMutation({
    mutationFn: () =>
      api.POST('/api/stand-ins', {
        body: {
          absent,
          standIn,
          ...(from && { startsAt: inCity(from) }),
          endsAt: inCity(until),
          ...(reason && { reason }),
        },
      }),
    onSuccess: made,
  });
  const problem = make.error && problemOf(make.error);
  const wrong = (field: string) => {
    const about = problem?.about(field);
    return about && inWords(about);
  };
  const named = people.filter(({ leaving }) => !leaving);
  const listed = (without: string) =>
    named.filter(({ id }) => id !== without).map(({ id, name }) => ({ value: id, label: name }));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form className="panel duty-form" onSubmit={submit}>
      <h2>{t('duty.new')}</h2>
      {problem && <Wrong error={problem} />}
      {make.isSuccess && <Alert role="status" color="green" title={t('duty.made')} />}
      {me.role === 'agency_head' && (
        <NativeSelect
          label={t('duty.absent')}
          value={absent}
          error={wrong('absent')}
          onChange={(event) => setAbsent(event.currentTarget.value)}
          data={named.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <NativeSelect
        label={t('duty.standIn')}
        value={standIn}
        error={wrong('standIn')}
        required
        onChange={(event) => setStandIn(event.currentTarget.value)}
        data={[{ value: '', label: t('field.choose') }, ...listed(absent)]}
      />
      <TextInput
        type="datetime-local"
        label={t('duty.from')}
        description={t('duty.fromHint')}
        value={from}
        error={wrong('startsAt')}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={t('duty.until')}
        required
        value={until}
        error={wrong('endsAt')}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <TextInput
        label={t('duty.reason')}
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={make.isPending}>
        {t('duty.make')}
      </Button>
    </form>
  );
}
