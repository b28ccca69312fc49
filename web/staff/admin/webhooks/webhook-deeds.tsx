import { Alert, Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Ask } from '../../common/ask.tsx';
import { Wrong } from '../../common/wrong.tsx';
import type { Webhook } from './webhook-words.ts';

type Deed = 'test' | 'pause' | 'resume' | 'rotate' | 'end';

interface Given {
  webhook: Webhook;
  onSecret(secret: string): void;
}

/** Testing, pausing, another secret, and the end. */
export function WebhookDeeds({ webhook: { id, name, pausedAt }, onSecret }: Given) {
  const { t } = useTranslation('webhooks');
  const path = { params: { path: { id } } };
  const deeds: Record<Deed, () => Promise<unknown>> = {
    test: () => api.POST('/api/webhooks/{id}/test', path),
    pause: () => api.POST('/api/webhooks/{id}/pause', path),
    resume: () => api.POST('/api/webhooks/{id}/resume', path),
    rotate: async () => {
      const given = await brought(
        api.POST('/api/webhooks/{id}/rotate', { ...path, body: { graceHours: 24 } }),
      );
      onSecret(given.secret);
    },
    end: () => api.POST('/api/webhooks/{id}/end', path),
  };
  const act = useMutation({
    mutationFn: (deed: Deed) => deeds[deed](),
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  const stop: Deed = pausedAt ? 'resume' : 'pause';
  return (
    <section className="panel" aria-labelledby="deeds-title">
      <h2 id="deeds-title">{t('deeds')}</h2>
      {act.error && <Wrong error={act.error} />}
      <div aria-live="polite">
        {act.isSuccess && act.variables && (
          <Alert role="status" mb="md">
            {t(`done.${act.variables}`)}
          </Alert>
        )}
      </div>
      <Group>
        {!pausedAt && (
          <Button onClick={() => act.mutate('test')} loading={act.isPending}>
            {t('do.test')}
          </Button>
        )}
        <Ask label={t(`do.${stop}`)} title={name} onYes={() => act.mutate(stop)}>
          {t(`sure.${stop}`)}
        </Ask>
        <Ask label={t('do.rotate')} title={name} onYes={() => act.mutate('rotate')}>
          {t('sure.rotate')}
        </Ask>
        <Ask label={t('do.end')} title={name} color="red" onYes={() => act.mutate('end')}>
          {t('sure.end')}
        </Ask>
      </Group>
    </section>
  );
}
