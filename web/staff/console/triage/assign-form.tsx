import { MultiSelect, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgencies, useNames } from '../../api/catalog.ts';
import { api, brought } from '../../api/client.ts';
import type { CaseView } from '../../case/use-case.ts';
import { Waiting } from '../../common/waiting.tsx';
import { inWords } from '../../words.ts';
import type { Give } from './decision.tsx';
import { Form } from './form.tsx';

interface Props {
  view: CaseView;
  give: Give;
  locked: boolean;
}

/** Who leads: whom a return names, or whom the rules name for its category, stands there first. */
export function AssignForm(props: Props) {
  const { id, category } = props.view;
  const { data, isPending } = useQuery({
    queryKey: ['case', id, 'proposal', category],
    queryFn: () =>
      brought(
        api.GET('/api/cases/{id}/proposal', {
          params: { path: { id }, query: category === null ? {} : { category } },
        }),
      ),
  });
  const { data: agencies } = useAgencies();
  if (isPending || !agencies) return <Waiting />;
  return <Filled {...props} proposed={data ?? null} agencies={agencies} />;
}

interface Proposal {
  lead: string | null;
  supporting: string[];
  confidence: number;
  reasons: { vi: string; en: string }[];
}

function Filled({
  view,
  give,
  locked,
  proposed,
  agencies,
}: Props & {
  proposed: Proposal | null;
  agencies: { code: string; name: { vi: string; en: string } }[];
}) {
  const { t } = useTranslation('console');
  const names = useNames();
  const first = view.proposed ?? proposed?.lead ?? null;
  const [lead, setLead] = useState(first);
  const [supporting, setSupporting] = useState<string[]>(proposed?.supporting ?? []);
  const [task, setTask] = useState('');
  const [text, setText] = useState('');
  const all = agencies.map((one) => ({ value: one.code, label: inWords(one.name) }));
  const data = first
    ? [
        { group: t('assign.proposed'), items: all.filter(({ value }) => value === first) },
        { group: t('assign.others'), items: all.filter(({ value }) => value !== first) },
      ]
    : all;
  const asks = view.returns > 0 || view.status !== 'new';
  return (
    <Form
      name="assign"
      locked={locked}
      onSend={() => {
        if (lead === null) return;
        const more = {
          ...(supporting.length > 0 && { supporting: supporting.filter((one) => one !== lead) }),
          ...(task && { task }),
          ...(text && { text }),
        };
        give({ lead, ...more }, { status: 'assigned', lead });
      }}
    >
      <Select
        label={t('field.lead')}
        required
        searchable
        data={data}
        value={lead}
        onChange={setLead}
      />
      {proposed && proposed.lead === lead && lead !== null && (
        <div>
          <p className="muted">
            {t('assign.because', { percent: Math.round(proposed.confidence * 100) })}
          </p>
          <ul className="because">
            {proposed.reasons.map((reason) => (
              <li key={reason.vi}>{inWords(reason)}</li>
            ))}
          </ul>
        </div>
      )}
      {view.proposed !== null && (
        <p>{t('assign.returned', { agency: names.agency(view.proposed) })}</p>
      )}
      <MultiSelect
        label={t('field.supporting')}
        searchable
        maxValues={10}
        data={all.filter(({ value }) => value !== lead)}
        value={supporting}
        onChange={setSupporting}
      />
      <Textarea
        label={t('field.task')}
        description={t('assign.task')}
        autosize
        minRows={1}
        maxLength={1000}
        value={task}
        onChange={({ currentTarget }) => setTask(currentTarget.value)}
      />
      {asks && (
        <Textarea
          label={t('assign.why')}
          autosize
          minRows={2}
          minLength={5}
          maxLength={2000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
    </Form>
  );
}
