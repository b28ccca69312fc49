import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Faults, faultOf } from '../../common/faults.tsx';
import type { Account } from './person.tsx';

/** Who still holds cases leaves by handing them over; the account ends with the last one. */
export function HandOver({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t } = useTranslation('admin');
  const [successor, setSuccessor] = useState('');
  const [reason, setReason] = useState('');
  const { agency, role, id } = account;
  const { data } = useQuery({
    queryKey: ['accounts', 'colleagues', agency, role],
    queryFn: () =>
      brought(
        api.GET('/api/accounts', {
          params: { query: { limit: 100, ...(agency ? { agency } : { role }) } },
        }),
      ),
  });
  const leave = useMutation({
    mutationFn: async () => {
      const body = { successor, ...(reason && { reason }) };
      let left = 1;
      while (left > 0) {
        const answer = await brought(
          api.POST('/api/staff/{id}/leave', { params: { path: { id } }, body }),
        );
        ({ left } = answer);
      }
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      onDone();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    leave.mutate();
  };
  const heirs = (data?.items ?? []).filter((one) => one.id !== id && !one.leaving);
  return (
    <form className="admin-form" onSubmit={submit}>
      <Alert role="alert" color="yellow">
        {t('handOver.why')}
      </Alert>
      <Faults error={leave.error} form="leave" />
      <NativeSelect
        id="leave-successor"
        label={t('handOver.successor')}
        error={faultOf(leave.error, 'successor')}
        value={successor}
        data={[
          { value: '', label: t('handOver.choose') },
          ...heirs.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={(event) => setSuccessor(event.currentTarget.value)}
        required
      />
      <TextInput
        id="leave-reason"
        label={t('handOver.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" color="red" loading={leave.isPending}>
        {t('handOver.do')}
      </Button>
    </form>
  );
}
