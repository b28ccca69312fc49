import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useField } from './edit.ts';

interface Given {
  path: string;
  /** What one is called: "Câu hỏi". */
  one: string;
  make(): unknown;
  children(path: string): ReactNode;
}

type Way = 'up' | 'down';

/** A list whose order matters. What is moved keeps the focus, and its new place is said. */
export function Ordered({ path, one, make, children }: Given) {
  const { t } = useTranslation('admin');
  const { value, error, isOpen, write } = useField(path);
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  const [moved, setMoved] = useState<{ to: number; way: Way } | null>(null);
  const place = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (!moved) return;
    const buttons = [moved.way, moved.way === 'up' ? 'down' : 'up'].map((way) =>
      place.current?.children[moved.to]?.querySelector<HTMLButtonElement>(
        `:scope > .entry-moves [data-way='${way}']`,
      ),
    );
    buttons.find((button) => button && !button.disabled)?.focus();
  }, [moved]);
  const move = (at: number, way: Way) => {
    const to = at + (way === 'up' ? -1 : 1);
    const rest = list.toSpliced(at, 1);
    write(rest.toSpliced(to, 0, list[at]));
    setMoved({ to, way });
  };
  return (
    <>
      {error && !list.length && <p className="admin-bad">{error}</p>}
      <ol className="entry-ordered" ref={place}>
        {list.map((_, at) => {
          const name = `${one} ${at + 1}`;
          return (
            <li key={`${at} ${list.length}`}>
              <b>{name}</b>
              {children(`${path}.${at}`)}
              {isOpen && (
                <Group gap="xs" className="entry-moves">
                  {(['up', 'down'] as const).map((way) => (
                    <Button
                      key={way}
                      variant="default"
                      data-way={way}
                      disabled={way === 'up' ? at === 0 : at === list.length - 1}
                      aria-label={t(`entry.${way}Of`, { name })}
                      onClick={() => move(at, way)}
                    >
                      {t(`rules.${way}`)}
                    </Button>
                  ))}
                  <Button
                    variant="subtle"
                    aria-label={t('entry.removeOf', { name })}
                    onClick={() => write(list.toSpliced(at, 1))}
                  >
                    {t('entry.remove')}
                  </Button>
                </Group>
              )}
            </li>
          );
        })}
      </ol>
      <p role="status" className="only-read">
        {moved && t('entry.now', { place: moved.to + 1, all: list.length })}
      </p>
      {isOpen && (
        <Button variant="default" onClick={() => write([...list, make()])}>
          {t('entry.addOne', { one: one.toLowerCase() })}
        </Button>
      )}
    </>
  );
}
