import { Alert, Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../api/client.ts';
import { may, type Me } from '../../api/me.ts';
import { queries } from '../../api/queries.ts';
import { Ask } from '../../common/ask.tsx';
import { moment } from '../../common/moments.ts';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { More } from '../common/more.tsx';
import { useMailTemplates } from '../templates/use-mail-templates.ts';

type State = 'dead' | 'waiting' | 'sent';
const states: State[] = ['dead', 'waiting', 'sent'];

/** What could not be delivered, why, and another try. */
export default function Letters({ me }: { me: Me }) {
  const { t } = useTranslation('admin');
  const [state, setState] = useState<State>('dead');
  const [template, setTemplate] = useState('');
  const { nameOf, list: templates } = useMailTemplates();
  const list = useInfiniteQuery({
    queryKey: ['outbox', state, template],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) =>
      brought(
        api.GET('/api/outbox', {
          params: { query: { state, ...(template && { template }), ...(after && { after }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const again = useMutation({
    mutationFn: async (id: string | null) => {
      if (id === null)
        await api.POST('/api/outbox/resend', { body: { ...(template && { template }) } });
      else await api.POST('/api/outbox/{id}/resend', { params: { path: { id } } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['outbox'] }),
  });
  const rows = list.data?.pages.flatMap(({ items }) => items);
  const mayResend = state === 'dead' && may(me, 'outbox.resend');
  return (
    <>
      <h1>{t('part.letters')}</h1>
      <section className="panel" aria-label={t('part.letters')}>
        <div className="admin-filter">
          <NativeSelect
            label={t('letters.state')}
            value={state}
            data={states.map((one) => ({ value: one, label: t(`letters.states.${one}`) }))}
            onChange={(event) => setState(event.currentTarget.value as State)}
          />
          <NativeSelect
            label={t('letters.template')}
            value={template}
            data={[
              { value: '', label: t('letters.all') },
              ...templates.map(({ name }) => ({ value: name, label: nameOf(name) })),
            ]}
            onChange={(event) => setTemplate(event.currentTarget.value)}
          />
          {mayResend && rows && rows.length > 0 && (
            <Ask
              label={t('letters.resendAll')}
              title={t('letters.resendAll')}
              onYes={() => again.mutate(null)}
            >
              {t('letters.sure')}
            </Ask>
          )}
        </div>
        <div aria-live="polite">
          {again.isSuccess && (
            <Alert role="status" my="md">
              {t('letters.resent')}
            </Alert>
          )}
        </div>
        {again.error && <Wrong error={again.error} />}
        {list.error && <Wrong error={list.error} again={() => void list.refetch()} />}
        {!rows && !list.error && <Waiting />}
        {rows?.length === 0 && <Nothing>{t(`letters.none.${state}`)}</Nothing>}
        {rows && rows.length > 0 && (
          <table className="admin-table">
            <thead>
              <tr>
                <th scope="col">{t('letters.mail')}</th>
                <th scope="col">{t('letters.to')}</th>
                <th scope="col">{t('letters.why')}</th>
                <th scope="col">{t('letters.at')}</th>
                {mayResend && (
                  <th scope="col">
                    <span className="only-read">{t('letters.resend')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, template: name, recipient, error, attempts, createdAt }) => (
                <tr key={id}>
                  <td>{nameOf(name)}</td>
                  <td>{t(`letters.recipient.${recipient}`, { defaultValue: recipient })}</td>
                  <td>
                    {error ?? '–'}{' '}
                    <span className="muted">{t('letters.attempts', { attempts })}</span>
                  </td>
                  <td>{moment(createdAt)}</td>
                  {mayResend && (
                    <td>
                      <Button
                        variant="default"
                        aria-label={t('letters.resendOne', { name: nameOf(name), id })}
                        onClick={() => again.mutate(id)}
                      >
                        {t('letters.resend')}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <More {...list} />
      </section>
    </>
  );
}
