import { Button, TextInput } from '@mantine/core';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../common/mark.tsx';
import { Nothing } from '../../../common/nothing.tsx';
import { plain } from '../../../common/plain.ts';
import type { Finding } from '../use-draft.ts';
import { EntryForm } from './entry-form.tsx';

interface Given<T> {
  label: string;
  entries: T[];
  findings: Finding[];
  isOpen: boolean;
  /** How findings name an entry. */
  fieldOf(entry: T, at: number): string;
  nameOf(entry: T): string;
  /** What stands beside its name. */
  aboutOf(entry: T): string;
  hasEnded?(entry: T): boolean;
  /** Whether it is not published yet, so that it can still be taken away. */
  isNew(entry: T): boolean;
  make(): T;
  add: string;
  onChange(entries: T[]): void;
  children(entry: T, isNew: boolean): ReactNode;
}

const STEP = 40;

/** Entries of a long list: found by their words, each opened where it stands. What is new stands first. */
export function EntryList<T>(given: Given<T>) {
  const { t } = useTranslation('admin');
  const { label, entries, findings, isOpen, hasEnded, onChange } = given;
  const [q, setQ] = useState('');
  const [shown, setShown] = useState(STEP);
  const [opened, setOpened] = useState<number | null>(null);
  const words = useDeferredValue(plain(q)).split(/\s+/).filter(Boolean);
  const fits = (entry: T) => {
    const said = plain(`${given.nameOf(entry)} ${given.aboutOf(entry)}`);
    return words.every((word) => said.includes(word));
  };
  const found = entries
    .map((entry, at) => ({ entry, at, field: given.fieldOf(entry, at) }))
    .filter(({ entry }) => fits(entry));
  // Counted from the end: what is put first moves none of the others.
  const keyOf = (at: number) => entries.length - at;
  const add = () => {
    setQ('');
    onChange([given.make(), ...entries]);
    setOpened(entries.length + 1);
  };
  return (
    <section className="panel" aria-label={label}>
      <div className="admin-filter">
        <TextInput
          type="search"
          label={t('entry.search')}
          value={q}
          onChange={(event) => {
            setQ(event.currentTarget.value);
            setShown(STEP);
          }}
        />
        {isOpen && (
          <Button variant="default" onClick={add}>
            {given.add}
          </Button>
        )}
        <span role="status" className="muted entry-count">
          {t('entry.count', { number: found.length, all: entries.length })}
        </span>
      </div>
      {found.length === 0 && <Nothing>{t('audit.none')}</Nothing>}
      <ul className="entry-list">
        {found.slice(0, shown).map(({ entry, at, field }) => {
          const here = findings.filter(
            (one) => one.field === field || one.field.startsWith(`${field}.`),
          );
          const isNew = given.isNew(entry);
          return (
            <li key={keyOf(at)}>
              <EntryForm
                entry={entry}
                field={field}
                findings={here}
                isOpen={isOpen}
                startsOpen={opened === keyOf(at)}
                title={given.nameOf(entry) || t('entry.unnamed')}
                about={given.aboutOf(entry)}
                marks={
                  <>
                    {isNew && <Mark tone="good">{t('entry.new')}</Mark>}
                    {hasEnded?.(entry) && <Mark tone="plain">{t('entry.ended')}</Mark>}
                  </>
                }
                onChange={(next) => onChange((entries as unknown[]).with(at, next) as T[])}
                onRemove={isNew ? () => onChange(entries.toSpliced(at, 1)) : undefined}
              >
                {given.children(entry, isNew)}
              </EntryForm>
            </li>
          );
        })}
      </ul>
      {found.length > shown && (
        <Button variant="default" mt="md" onClick={() => setShown(shown + STEP)}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
