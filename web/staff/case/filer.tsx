import './words.ts';
import { Button, Group, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { queries } from '../api/queries.ts';
import { Wrong } from '../common/wrong.tsx';
import { caseKey } from '../live/live.ts';
import { command, type CaseView } from './use-case.ts';
import './case.css';

type Known = components['schemas']['FilerView'];

/** Who filed it, as far as this reader may know; where a reason is asked, it is asked here. */
export function Filer({ view }: { view: CaseView }) {
  const { t } = useTranslation('case');
  const [revealed, setRevealed] = useState<Known | null>(null);
  const known = view.filer ?? revealed;
  return (
    <section aria-labelledby="case-filer">
      <h2 id="case-filer">{t('filer.title')}</h2>
      {known ? <Shown filer={known} /> : <Hidden view={view} onRevealed={setRevealed} />}
    </section>
  );
}

function Shown({ filer }: { filer: Known }) {
  const { t } = useTranslation('case');
  const told = (['name', 'phone', 'email', 'address'] as const).filter((name) => filer[name]);
  if (told.length === 0) return <p className="muted">{t('filer.unknown')}</p>;
  return (
    <dl className="case-facts">
      {told.map((name) => (
        <div key={name} className="case-fact">
          <dt>{t(`filer.${name}`)}</dt>
          <dd>{filer[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Hidden({ view, onRevealed }: { view: CaseView; onRevealed: (known: Known) => void }) {
  const { t } = useTranslation('case');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { id, version } = view;
  const reveal = useMutation({
    mutationFn: () => command({ id, version, name: 'reveal', body: { reason } }),
    onSuccess: (answer) => {
      onRevealed((answer as { filer: Known }).filer);
      void queries.invalidateQueries({ queryKey: caseKey(id) });
    },
  });
  if (view.identity === 'never') return <p className="muted">{t('filer.never')}</p>;
  if (view.identity === 'seen') return <p className="muted">{t('filer.unknown')}</p>;
  if (!asking)
    return (
      <>
        <p className="muted">{t('filer.hidden')}</p>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('filer.reveal')}
        </Button>
      </>
    );
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        reveal.mutate();
      }}
    >
      <Textarea
        label={t('filer.reason')}
        description={t('filer.reasonHint')}
        required
        minLength={10}
        maxLength={1000}
        autosize
        minRows={2}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        data-autofocus
      />
      {reveal.error && <Wrong error={reveal.error} />}
      <Group mt="sm">
        <Button type="submit" loading={reveal.isPending}>
          {t('filer.confirm')}
        </Button>
        <Button variant="default" onClick={() => setAsking(false)}>
          {t('filer.cancel')}
        </Button>
      </Group>
    </form>
  );
}
