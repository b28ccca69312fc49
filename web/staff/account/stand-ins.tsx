import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { Mark } from '../common/mark.tsx';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../api/client.ts';
import type { Me } from '../api/me.ts';
import { queries } from '../api/queries.ts';
import { instantOf } from '../common/city-time.ts';
import { Faults, faultOf } from '../common/faults.tsx';
import { moment } from '../common/moments.ts';
import { Nothing } from '../common/nothing.tsx';
import { Waiting } from '../common/waiting.tsx';
import { Wrong } from '../common/wrong.tsx';
import { addWords } from '../words.ts';
import en from './words/en.json';
import vi from './words/vi.json';

addWords('account', { vi, en });

const key = ['stand-ins'];

interface Wanted {
  me: Me;
  /** For whoever manages the unit: the absent may be anybody in it. */
  all?: boolean;
}

/** Who stands in for oneself, or, for who manages the unit, for anybody in it. */
export function StandIns({ me, all = false }: Wanted) {
  const { t } = useTranslation('account');
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: () => brought(api.GET('/api/stand-ins', { params: { query: { limit: 100 } } })),
  });
  const end = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/stand-ins/{id}', { params: { path: { id } } }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const shown = data?.items.filter(({ absent }) => all || absent.id === me.id);
  return (
    <section className="panel" aria-labelledby="stand-ins-title">
      <h2 id="stand-ins-title">{t('standIns.title')}</h2>
      <p className="muted">{t('standIns.why')}</p>
      {error && <Wrong error={error} again={() => void refetch()} />}
      {end.error && <Wrong error={end.error} />}
      {!shown && !error && <Waiting />}
      {shown?.length === 0 && <Nothing>{t('standIns.none')}</Nothing>}
      <ul className="account-list">
        {shown?.map(({ id, absent, standIn, startsAt, endsAt, reason, running }) => (
          <li key={id}>
            <p>
              {all && <>{absent.name} → </>}
              <b>{standIn.name}</b> {running && <Mark tone="good">{t('standIns.now')}</Mark>}
              <br />
              <span className="muted">
                {moment(startsAt)} – {moment(endsAt)}
                {reason && ` · ${reason}`}
              </span>
            </p>
            <Button
              variant="default"
              aria-label={t('standIns.endOf', { name: standIn.name })}
              onClick={() => end.mutate(id)}
            >
              {t('standIns.end')}
            </Button>
          </li>
        ))}
      </ul>
      <MakeStandIn me={me} all={all} />
    </section>
  );
}

const empty = { standIn: '', startsAt: '', endsAt: '', reason: '' };

function MakeStandIn({ me, all = false }: Wanted) {
  const { t } = useTranslation('account');
  const [absent, setAbsent] = useState(me.id);
  const [given, setGiven] = useState(empty);
  const { data: people } = useQuery({
    queryKey: ['staff', 'unit'],
    queryFn: () => brought(api.GET('/api/staff', { params: { query: { limit: 100 } } })),
  });
  const make = useMutation({
    mutationFn: () =>
      api.POST('/api/stand-ins', {
        body: {
          absent,
          standIn: given.standIn,
          endsAt: instantOf(given.endsAt),
          ...(given.startsAt && { startsAt: instantOf(given.startsAt) }),
          ...(given.reason && { reason: given.reason }),
        },
      }),
    onSuccess: () => {
      setGiven(empty);
      void queries.invalidateQueries({ queryKey: key });
    },
  });
  const set = (some: Partial<typeof empty>) => setGiven((before) => ({ ...before, ...some }));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    make.mutate();
  };
  const named = (people?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const choose = { value: '', label: t('standIns.choose') };
  return (
    <form onSubmit={submit}>
      <Faults error={make.error} form="stand-in" />
      {make.isSuccess && <Alert role="status">{t('saved')}</Alert>}
      {all && (
        <NativeSelect
          id="stand-in-absent"
          className="field"
          label={t('standIns.absent')}
          error={faultOf(make.error, 'absent')}
          data={named}
          value={absent}
          onChange={(event) => setAbsent(event.currentTarget.value)}
        />
      )}
      <NativeSelect
        id="stand-in-standIn"
        className="field"
        label={t('standIns.who')}
        error={faultOf(make.error, 'standIn')}
        data={[choose, ...named.filter(({ value }) => value !== absent)]}
        value={given.standIn}
        onChange={(event) => set({ standIn: event.currentTarget.value })}
        required
      />
      <div className="account-pair">
        <TextInput
          id="stand-in-startsAt"
          type="datetime-local"
          label={t('standIns.from')}
          description={t('standIns.atOnce')}
          error={faultOf(make.error, 'startsAt')}
          value={given.startsAt}
          onChange={(event) => set({ startsAt: event.currentTarget.value })}
        />
        <TextInput
          id="stand-in-endsAt"
          type="datetime-local"
          label={t('standIns.to')}
          error={faultOf(make.error, 'endsAt')}
          value={given.endsAt}
          onChange={(event) => set({ endsAt: event.currentTarget.value })}
          required
        />
      </div>
      <TextInput
        id="stand-in-reason"
        className="field"
        label={t('standIns.reason')}
        value={given.reason}
        maxLength={300}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      <Button type="submit" variant="default" loading={make.isPending}>
        {t('standIns.make')}
      </Button>
    </form>
  );
}
