import { Button, Group, Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/me.ts';
import { useAgencies, useNames } from '../../api/catalog.ts';
import type { CaseItem } from '../../case/use-case.ts';
import { problemOf } from '../../api/problem.ts';
import { inWords } from '../../words.ts';
import { deedOf } from '../undo/use-held.ts';
import { useCategoryChoices } from '../triage/classify-form.tsx';
import { plainForms } from '../triage/plain-forms.ts';

const offered = ['classify', 'assign', 'reject', 'note', 'close'] as const;
type Name = (typeof offered)[number];

interface Result {
  id: string;
  ok: boolean;
  why: string;
}

/** One command for many cases: first what would change for each, then one after the other, told row by row. */
export function Bulk({
  me,
  items,
  onDone,
}: {
  me: Me;
  items: readonly CaseItem[];
  onDone: () => void;
}) {
  const { t } = useTranslation('console');
  const [name, setName] = useState<Name | null>(null);
  return (
    <div className="bulk" role="region" aria-label={t('bulk.title')}>
      <b role="status">{t('bulk.selected', { count: items.length })}</b>
      {offered.map((one) => (
        <Button key={one} size="compact-md" variant="default" onClick={() => setName(one)}>
          {t(`command.${one}`)}
        </Button>
      ))}
      <Button size="compact-md" variant="subtle" onClick={onDone}>
        {t('bulk.none')}
      </Button>
      {name && (
        <Preview
          key={name}
          me={me}
          name={name}
          items={items}
          onClose={(done) => {
            setName(null);
            if (done) onDone();
          }}
        />
      )}
    </div>
  );
}

function Preview({
  me,
  name,
  items: chosen,
  onClose,
}: {
  me: Me;
  name: Name;
  items: readonly CaseItem[];
  onClose: (done: boolean) => void;
}) {
  const { t } = useTranslation('console');
  const { t: frame } = useTranslation();
  const names = useNames();
  // Rows change while they are done; what was previewed stands.
  const [items] = useState(chosen);
  const [body, setBody] = useState<Record<string, string>>(() => ({
    ...(plainForms[name]?.reasons && { reason: plainForms[name].reasons[0] ?? '' }),
  }));
  const [results, setResults] = useState<readonly Result[]>([]);
  const [running, setRunning] = useState(false);
  const open = items.filter(({ status }) => me.commands[status]?.includes(name));
  const done = results.length > 0 && !running;
  const set = (key: string) => (value: string | null) =>
    setBody((before) => ({ ...before, [key]: value ?? '' }));

  const run = async () => {
    setRunning(true);
    for (const item of open) {
      const result = await deedOf(item, name, body)
        .send(item.version, false)
        .then(
          () => ({ id: item.id, ok: true, why: t('bulk.ok') }),
          (error: unknown) => ({
            id: item.id,
            ok: false,
            why: inWords(problemOf(error).said.detail),
          }),
        );
      setResults((before) => [...before, result]);
    }
    setRunning(false);
  };
  const outcome = (item: CaseItem) => {
    const result = results.find(({ id }) => id === item.id);
    if (result) return result.why;
    return open.includes(item)
      ? t('bulk.will')
      : t('bulk.not', { status: frame(`status.${item.status}`) });
  };
  return (
    <Modal
      opened
      onClose={() => !running && onClose(done)}
      size="xl"
      title={t('bulk.preview', { what: t(`command.${name}`) })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className="form"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void run();
        }}
      >
        {!done && !running && <Fields name={name} body={body} set={set} />}
        <p role="status">
          {results.length > 0
            ? t('bulk.progress', {
                done: results.length,
                all: open.length,
                failed: results.filter(({ ok }) => !ok).length,
              })
            : t('bulk.sum', { open: open.length, closed: items.length - open.length })}
        </p>
        <table className="bulk-table">
          <thead>
            <tr>
              <th>{t('column.matter')}</th>
              <th>{t('column.status')}</th>
              <th>{t('bulk.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <td>
                  {names.category(item.category)} {item.excerpt.slice(0, 70)}
                </td>
                <td>{frame(`status.${item.status}`)}</td>
                <td>{outcome(item)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Group>
          {!done && (
            <Button type="submit" loading={running} disabled={open.length === 0}>
              {t('bulk.do', { count: open.length })}
            </Button>
          )}
          <Button variant="default" disabled={running} onClick={() => onClose(done)}>
            {t(done ? 'close' : 'bulk.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function Fields({
  name,
  body,
  set,
}: {
  name: Name;
  body: Record<string, string>;
  set: (key: string) => (value: string | null) => void;
}) {
  const { t } = useTranslation('console');
  const categories = useCategoryChoices();
  const { data: agencies = [] } = useAgencies();
  const form = plainForms[name];
  const value = (key: string) => body[key] ?? null;
  return (
    <>
      {name === 'classify' && (
        <Select
          label={t('field.category')}
          required
          searchable
          data={categories}
          value={value('category')}
          onChange={set('category')}
        />
      )}
      {name === 'assign' && (
        <Select
          label={t('field.lead')}
          required
          searchable
          data={agencies.map((one) => ({ value: one.code, label: inWords(one.name) }))}
          value={value('lead')}
          onChange={set('lead')}
        />
      )}
      {form?.reasons && (
        <Select
          label={t('field.reason')}
          required
          allowDeselect={false}
          data={form.reasons.map((one) => ({ value: one, label: t(`reason.${one}`) }))}
          value={value('reason')}
          onChange={set('reason')}
        />
      )}
      {form?.text && (
        <Textarea
          label={t(`text.${name}`)}
          required
          minLength={form.text.min}
          maxLength={form.text.max}
          autosize
          minRows={2}
          value={body[form.text.field] ?? ''}
          onChange={({ currentTarget }) => set('text')(currentTarget.value)}
        />
      )}
    </>
  );
}
