import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, brought } from '../../api/client.ts';
import type { Me } from '../../api/me.ts';
import { queries } from '../../api/queries.ts';
import { Wrong } from '../../common/wrong.tsx';
import { useColleagues } from '../people.ts';
import './duty.css';

/** Lets a person go: all that they work on goes to a colleague, then the account ends. */
export default function Leave({ me }: { me: Me }) {
  const { t } = useTranslation('agency');
  const { people } = useColleagues();
  const [person, setPerson] = useState('');
  const [successor, setSuccessor] = useState('');
  const [reason, setReason] = useState('');
  const [sure, setSure] = useState(false);
  const [handed, setHanded] = useState(0);
  const leave = useMutation({
    mutationFn: async () => {
      const params = { path: { id: person } };
      const body = { successor, ...(reason && { reason }) };
      // One call does some seconds of work; whoever has more is called for again.
      for (let left = 1; left > 0;) {
        const done = await brought(api.POST('/api/staff/{id}/leave', { params, body }));
        setHanded((before) => before + done.handedOver);
        left = done.left;
      }
    },
    onSettled: () => queries.invalidateQueries(),
  });
  const of = (id: string) => people.find((one) => one.id === id);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (sure) leave.mutate();
    else setSure(true);
  };
  const options = (without: string) => [
    { value: '', label: t('field.choose') },
    ...people
      .filter(({ id, leaving, agency }) => id !== without && !leaving && agency === me.agency)
      .map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="duty">
      <Link className="back" href="/unit">
        <ArrowLeft aria-hidden /> {t('nav.unit')}
      </Link>
      <h1>{t('leave.title')}</h1>
      <p className="muted">{t('leave.what')}</p>
      {leave.isSuccess ? (
        <Alert role="status" color="green" title={t('leave.done', { n: handed })} />
      ) : (
        <form className="panel duty-form" onSubmit={submit}>
          {leave.error && <Wrong error={leave.error} />}
          <NativeSelect
            label={t('leave.person')}
            required
            value={person}
            data={options(me.id)}
            onChange={(event) => {
              setPerson(event.currentTarget.value);
              setSure(false);
            }}
          />
          <NativeSelect
            label={t('leave.successor')}
            required
            value={successor}
            data={options(person)}
            onChange={(event) => {
              setSuccessor(event.currentTarget.value);
              setSure(false);
            }}
          />
          <TextInput
            label={t('leave.reason')}
            value={reason}
            maxLength={1000}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {sure && (
            <Alert role="alert" color="red" title={t('leave.sure', { name: of(person)?.name })}>
              {t('leave.sureWhat', {
                n: of(person)?.openCases ?? 0,
                successor: of(successor)?.name,
              })}
            </Alert>
          )}
          <Button type="submit" color={sure ? 'red' : undefined} loading={leave.isPending}>
            {t(sure ? 'leave.doIt' : 'leave.next')}
          </Button>
        </form>
      )}
    </div>
  );
}
