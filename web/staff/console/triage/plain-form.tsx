import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgencies } from '../../api/catalog.ts';
import { ReplyBox } from '../../case/reply-box.tsx';
import { useDraft } from '../../case/use-draft.ts';
import type { CaseView } from '../../case/use-case.ts';
import { inWords } from '../../words.ts';
import type { Give } from './decision.tsx';
import { bodyOf, ExtraFields } from './extra-fields.tsx';
import { Form } from './form.tsx';
import type { PlainFormShape } from './plain-forms.ts';

/** A reason, a text, an agency: what most commands ask. The text is kept on the server as it is typed. */
export function PlainForm({
  name,
  form,
  view,
  give,
  locked,
}: {
  name: string;
  form: PlainFormShape;
  view: CaseView;
  give: Give;
  locked: boolean;
}) {
  const { t } = useTranslation('console');
  const draft = useDraft(view.id, name);
  const { data: agencies } = useAgencies();
  const [reason, setReason] = useState<string | null>(form.reasons?.[0] ?? null);
  const [agency, setAgency] = useState<string | null>(null);
  const [more, setMore] = useState<Record<string, string>>({});
  const { text, more: fields = [] } = form;
  const send = () =>
    give(
      {
        ...(form.reasons && { reason }),
        ...(form.agency && { agency }),
        ...bodyOf(fields, more),
        ...(text && { [text.field]: draft.text }),
      },
      form.becomes === undefined ? undefined : { status: form.becomes },
    );
  return (
    <Form name={name} onSend={send} locked={locked}>
      {form.agency && (
        <Select
          label={t('field.agency')}
          required
          searchable
          data={agencies?.map((one) => ({ value: one.code, label: inWords(one.name) })) ?? []}
          value={agency}
          onChange={setAgency}
        />
      )}
      {form.reasons && (
        <Select
          label={t('field.reason')}
          required
          allowDeselect={false}
          data={form.reasons.map((one) => ({ value: one, label: t(`reason.${one}`) }))}
          value={reason}
          onChange={setReason}
        />
      )}
      <ExtraFields
        fields={fields}
        view={view}
        values={more}
        set={(field, value) => setMore((before) => ({ ...before, [field]: value }))}
      />
      {text && (
        <ReplyBox
          view={view}
          command={name}
          label={t(`text.${name}`)}
          min={text.min}
          max={text.max}
          text={draft.text}
          onText={draft.set}
          onTemplate={(chosen) => chosen.reason && setReason(chosen.reason)}
        />
      )}
      {!text && !form.reasons && <p>{t(`sure.${name}`)}</p>}
    </Form>
  );
}
