import { Button, Group, Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/me.ts';
import { useAgencies, useNames } from '../../api/catalog.ts';
import type { CaseItem } from '../../case/use-case.ts';
import { inWords } from '../../words.ts';
import { holding, type Deed } from '../undo/held.ts';
import { deedOf } from '../undo/use-held.ts';
import { useCategoryChoices } from '../triage/classify-form.tsx';
import { plainForms } from '../triage/plain-forms.ts';

const offered = ['classify', 'assign', 'reject', 'note', 'close'] as const;
type Name = (typeof offered)[number];

/** One command for many cases: first what would change for each; then it waits, as one alone does. */
export default function Bulk({
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
  const open = items.filter(({ status }) => me.commands[status]?.includes(name));
  const set = (key: string) => (value: string | null) =>
    setBody((before) => ({ ...before, [key]: value ?? '' }));
  const titleOf = ({ category, excerpt }: CaseItem) =>
    `${names.category(category)} ${excerpt.slice(0, 70)}`;
  const give = () => {
    holding.holdAll(
      open.map((item) => ({
        ...deedOf(item, name, body, becomes(name, body)),
        title: titleOf(item),
      })),
    );
    onClose(true);
  };
  return (
    <Modal
      opened
      onClose={() => onClose(false)}
      size="xl"
      title={t('bulk.preview', { what: t(`command.${name}`) })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className="form"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          give();
        }}
      >
        <Fields name={name} body={body} set={set} />
        <p>{t('bulk.sum', { open: open.length, closed: items.length - open.length })}</p>
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
                <td>{titleOf(item)}</td>
                <td>{frame(`status.${item.status}`)}</td>
                <td>
                  {open.includes(item)
                    ? t('bulk.will')
                    : t('bulk.not', { status: frame(`status.${item.status}`) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Group>
          <Button type="submit" disabled={open.length === 0}>
            {t('bulk.do', { count: open.length })}
          </Button>
          <Button variant="default" onClick={() => onClose(false)}>
            {t('bulk.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** What the rows show until it is sent. */
function becomes(name: Name, body: Record<string, string>): Deed['becomes'] {
  if (name === 'classify') return { category: body['category'] ?? '' };
  if (name === 'assign') return { status: 'assigned', lead: body['lead'] ?? '' };
  const status = plainForms[name]?.becomes;
  return status === undefined ? undefined : { status };
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
