import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Faults } from '../../common/faults.tsx';
import { WebhookFields, type WebhookDraft } from './webhook-fields.tsx';
import type { Webhook } from './webhook-words.ts';

/** Another address, or other things to be told of. */
export function ChangeWebhook({ webhook: { id, name, url, kinds } }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const admin = useTranslation('admin');
  const [value, setValue] = useState<WebhookDraft>({ name, url, kinds });
  const change = useMutation({
    mutationFn: () => api.PUT('/api/webhooks/{id}', { params: { path: { id } }, body: value }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <section className="panel" aria-labelledby="change-title">
      <h2 id="change-title">{t('change')}</h2>
      <form className="admin-form" onSubmit={submit}>
        <Faults error={change.error} form="change" />
        {change.isSuccess && <Alert role="status">{admin.t('saved')}</Alert>}
        <WebhookFields
          form="change"
          value={value}
          error={change.error}
          onChange={(some) => setValue((before) => ({ ...before, ...some }))}
        />
        <Button type="submit" loading={change.isPending}>
          {admin.t('save')}
        </Button>
      </form>
    </section>
  );
}
