import { Button, Group } from '@mantine/core';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A form of one command: its first field has the focus, Ctrl Enter sends it. */
export function Form({
  name,
  onSend,
  locked,
  children,
}: {
  name: string;
  onSend: () => void;
  locked: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('console');
  const form = useRef<HTMLFormElement>(null);
  // Before anything is typed that is meant for it.
  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea');
    (first ?? form.current?.querySelector('button'))?.focus();
  }, []);
  return (
    <form
      ref={form}
      className="form"
      aria-label={t(`command.${name}`)}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (!locked) onSend();
      }}
      onKeyDown={({ key, ctrlKey, metaKey }) => {
        if (key === 'Enter' && (ctrlKey || metaKey)) form.current?.requestSubmit();
      }}
    >
      {children}
      <Group gap="sm">
        <Button type="submit" disabled={locked}>
          {t('send', { what: t(`command.${name}`) })}
        </Button>
        <span className="muted">
          <kbd>Ctrl Enter</kbd>
        </span>
      </Group>
    </form>
  );
}
