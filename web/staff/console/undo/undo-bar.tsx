import { Alert, Button, Group } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inWords } from '../../words.ts';
import { FailedBatch } from './failed-batch.tsx';
import { holding, linesOf, type Held } from './held.ts';
import { useHolding } from './use-held.ts';
import './undo.css';

const Conflict = lazy(() => import('./conflict.tsx'));

/** What was done lately and can be taken back, and what could not be done. */
export function UndoBar({ commands }: { commands: Record<string, string[]> }) {
  const { t } = useTranslation('console');
  const { held, sending, failed } = useHolding();
  const single = failed.filter(({ deed }) => deed.batch === undefined);
  const stale = single.find(({ problem }) => problem.said.code === 'case.stale');
  return (
    <div className="undo-bar no-print" role="region" aria-label={t('undo.title')}>
      <div role="status">
        {sending.length > 0 && (
          <p className="undo-line">{t('undo.sending', { count: sending.length })}</p>
        )}
        {linesOf(held).map((one) => (
          <Line
            key={one.key}
            held={one}
            count={held.filter(({ batch }) => batch !== undefined && batch === one.batch).length}
          />
        ))}
      </div>
      <FailedBatch failed={failed.filter(({ deed }) => deed.batch !== undefined)} />
      {single
        .filter((one) => one !== stale)
        .map((one) => (
          <Alert
            key={`${one.deed.caseId} ${one.deed.name} ${one.deed.version}`}
            role="alert"
            color="red"
            title={t('undo.failed', { what: t(`command.${one.deed.name}`) })}
            withCloseButton
            closeButtonLabel={t('close')}
            onClose={() => holding.forget(one)}
          >
            <p>{inWords(one.problem.said.detail)}</p>
            {one.problem.said.errors?.map((error) => (
              <p key={error.field}>{inWords(error)}</p>
            ))}
            <p>{t('undo.kept')}</p>
          </Alert>
        ))}
      {stale && (
        <Suspense fallback={null}>
          <Conflict failed={stale} commands={commands} />
        </Suspense>
      )}
    </div>
  );
}

/** `count` cases of a batch, or one case alone. */
function Line({ held, count }: { held: Held; count: number }) {
  const { t } = useTranslation('console');
  const [left, setLeft] = useState(held.until - Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setLeft(held.until - Date.now()), 500);
    return () => clearInterval(ticking);
  }, [held.until]);
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return (
    <Group className="undo-line" gap="sm">
      <span>
        {held.batch === undefined
          ? t('undo.held', { what: t(`command.${held.name}`) })
          : t('undo.heldMany', { what: t(`command.${held.name}`), count })}
      </span>
      <span className="muted" aria-hidden>
        {t('undo.seconds', { count: seconds })}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => holding.undo(held)}>
        {t('undo.undo')} <kbd aria-hidden>Z</kbd>
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={() => void holding.hurry(held)}>
        {t('undo.now')} <kbd aria-hidden>Y</kbd>
      </Button>
    </Group>
  );
}
