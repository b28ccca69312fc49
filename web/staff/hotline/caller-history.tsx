import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../api/client.ts';
import { useNames } from '../api/catalog.ts';
import { StatusBadge, UrgencyBadge } from '../case/badges.tsx';
import { Nothing } from '../common/nothing.tsx';
import { Waiting } from '../common/waiting.tsx';
import { Wrong } from '../common/wrong.tsx';
import { day } from '../common/moments.ts';
import type { Call, Edit } from './calls.ts';
import { useHistory } from './filing.ts';

/** What the caller has filed before, and the way to a case by its code. */
export function CallerHistory({ call, edit }: { call: Call; edit: Edit }) {
  const { t } = useTranslation('hotline');
  return (
    <>
      <ByCode open={(follows) => edit({ follows })} />
      <section aria-label={t('history')} aria-live="polite">
        <h2>{t('history')}</h2>
        {call.lookedUp === null ? (
          <Nothing>{t('historyFirst')}</Nothing>
        ) : (
          <Found phone={call.lookedUp} open={(follows) => edit({ follows })} />
        )}
      </section>
    </>
  );
}

function Found({ phone, open }: { phone: string; open: (id: string) => void }) {
  const { t } = useTranslation('hotline');
  const { category } = useNames();
  const { data, error, refetch } = useHistory(phone);
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.items.length === 0) return <Nothing>{t('historyNone')}</Nothing>;
  return (
    <>
      <ul className="history">
        {data.items.map((item) => (
          <li key={item.id}>
            <button type="button" className="history-item" onClick={() => open(item.id)}>
              <span className="history-line">
                <StatusBadge status={item.status} />
                <UrgencyBadge urgency={item.urgency} />
                <span className="muted">{day(item.filedAt)}</span>
              </span>
              <span>{item.excerpt}</span>
              <span className="muted">{category(item.category)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="muted">{t('historyRecorded')}</p>
    </>
  );
}

const SYMBOLS = 16;
const isCode = (written: string) => written.replaceAll(/[\s\p{Pd}]/gu, '').length === SYMBOLS;

function ByCode({ open }: { open: (id: string) => void }) {
  const { t } = useTranslation('hotline');
  const [code, setCode] = useState('');
  const search = useMutation({
    mutationFn: (q: string) =>
      brought(api.GET('/api/cases', { params: { query: { q, queue: 'all', limit: 1 } } })),
    onSuccess: ({ items: [found] }) => found && open(found.id),
  });
  const none = search.data?.items.length === 0;
  return (
    <form
      className="by-code"
      onSubmit={(event) => {
        event.preventDefault();
        if (isCode(code)) search.mutate(code);
      }}
    >
      <TextInput
        id="call-code"
        label={t('code')}
        description={t('codeHint')}
        autoComplete="off"
        spellCheck={false}
        value={code}
        error={none ? t('codeNone') : undefined}
        onChange={({ currentTarget: { value } }) => {
          setCode(value);
          search.reset();
        }}
      />
      <Button type="submit" variant="default" disabled={!isCode(code)} loading={search.isPending}>
        {t('codeOpen')}
      </Button>
      {search.error && <Wrong error={search.error} />}
    </form>
  );
}
