import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api, brought } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Faults } from '../../common/faults.tsx';
import { AgencyField } from '../keys/agency-field.tsx';
import { ShownOnce } from '../keys/shown-once.tsx';
import { WebhookFields, type WebhookDraft } from './webhook-fields.tsx';

/** A new receiver: it is told of what happens from now on. */
export function NewWebhook() {
  const { t } = useTranslation('webhooks');
  const [, go] = useLocation();
  const [value, setValue] = useState<WebhookDraft>({ name: '', url: '', kinds: [] });
  const [agency, setAgency] = useState('');
  const make = useMutation({
    mutationFn: () =>
      brought(api.POST('/api/webhooks', { body: { ...value, ...(agency && { agency }) } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    make.mutate();
  };
  if (make.data) {
    const { id, secret } = make.data;
    const onKept = () => go(`/webhooks/${id}`);
    return (
      <ShownOnce title={t('yourSecret')} hint={t('signHint')} secret={secret} onKept={onKept} />
    );
  }
  return (
    <section className="panel" aria-labelledby="new-title">
      <h2 id="new-title">{t('add')}</h2>
      <form className="admin-form" onSubmit={submit}>
        <Faults error={make.error} form="new" />
        <WebhookFields
          form="new"
          value={value}
          error={make.error}
          onChange={(some) => setValue((before) => ({ ...before, ...some }))}
        />
        <AgencyField id="new-agency" value={agency} error={make.error} onChange={setAgency} />
        <Button type="submit" loading={make.isPending}>
          {t('make')}
        </Button>
      </form>
    </section>
  );
}
