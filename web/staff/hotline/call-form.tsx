import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { getHotkeyHandler, useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useCategories } from '../api/catalog.ts';
import { problemOf } from '../api/problem.ts';
import { faultOf } from '../common/faults.tsx';
import { CallFault } from './call-fault.tsx';
import { isPhone, type Call, type Edit } from './calls.ts';
import { CategoryField } from './category-field.tsx';
import { filingOf, useFile, useHints } from './filing.ts';
import { HintsView } from './hints.tsx';
import { Neighbours } from './neighbours.tsx';
import { PlaceFields } from './place-fields.tsx';
import { Questions } from './questions.tsx';

interface Props {
  call: Call;
  edit: Edit;
  end: () => void;
}

/** Below it a text says nothing yet. */
const SHORTEST = 10;

/** What is typed while the caller talks; in the order in which a call goes, by Tab alone. */
export function CallForm({ call, edit, end }: Props) {
  const { t } = useTranslation('hotline');
  const { data: categories } = useCategories();
  const { hints, neighbours } = useHints(call);
  const filing = useFile();
  const [first] = hints?.categories ?? [];
  const code = call.category ?? (first?.likely ? first.code : null);
  const category = categories?.find((one) => one.code === code);
  const problem = filing.error ? problemOf(filing.error) : null;

  const send = (changes: Partial<Call> = {}) => {
    if (filing.isPending) return;
    const body = filingOf({ ...call, ...changes }, category);
    filing.mutate(
      { id: changes.id ?? call.id, body },
      { onSuccess: (receipt) => edit({ receipt, category: code }) },
    );
  };
  const lookUp = () => {
    if (isPhone(call.phone)) edit({ lookedUp: call.phone.trim() });
  };
  useHotkeys([['mod+Enter', () => send()]], []);
  const fault = (field: string) => faultOf(problem, field);

  return (
    <form
      className="call-form"
      aria-label={t('form')}
      noValidate
      // Enter in a field is no decision to file.
      onSubmit={(event) => event.preventDefault()}
    >
      {problem && (
        <CallFault
          problem={problem}
          declare={() => {
            edit({ declared: 'report' });
            send({ declared: 'report' });
          }}
          anew={() => {
            const id = crypto.randomUUID();
            edit({ id });
            send({ id });
          }}
        />
      )}
      <Group grow align="start">
        <TextInput
          id="call-phone"
          label={t('phone')}
          type="tel"
          autoFocus
          autoComplete="off"
          value={call.phone}
          error={fault('filer.phone')}
          onChange={({ currentTarget: { value } }) => edit({ phone: value })}
          onBlur={lookUp}
          onKeyDown={getHotkeyHandler([['Enter', lookUp]])}
        />
        <TextInput
          id="call-name"
          label={t('name')}
          autoComplete="off"
          value={call.name}
          error={fault('filer.name') ?? fault('filer')}
          onChange={({ currentTarget: { value } }) => edit({ name: value })}
        />
      </Group>
      <Textarea
        id="call-text"
        label={t('text')}
        required
        autosize
        minRows={4}
        maxRows={12}
        maxLength={4000}
        value={call.text}
        error={fault('text')}
        onChange={({ currentTarget: { value } }) => edit({ text: value })}
      />
      <HintsView hints={hints} />
      <CategoryField
        code={code}
        chosen={call.category !== null}
        suggested={hints?.categories ?? []}
        choose={(chosen) => edit({ category: chosen })}
        error={fault('category')}
      />
      <PlaceFields
        call={call}
        edit={edit}
        found={hints?.ward ?? null}
        required={category?.place === 'required'}
        fault={fault}
      />
      <Questions category={category} call={call} edit={edit} fault={fault} />
      <Neighbours items={neighbours} joins={call.joins} join={(joins) => edit({ joins })} />
      <TextInput
        id="call-email"
        label={t('email')}
        description={t('emailHint')}
        type="email"
        autoComplete="off"
        value={call.email}
        error={fault('filer.email')}
        onChange={({ currentTarget: { value } }) => edit({ email: value })}
      />
      <Group className="call-foot">
        <Button
          size="md"
          onClick={() => send()}
          loading={filing.isPending}
          disabled={call.text.trim().length < SHORTEST}
        >
          {t('file')} <kbd>Ctrl ↵</kbd>
        </Button>
        <Button variant="subtle" color="gray" onClick={end}>
          {t('drop')}
        </Button>
      </Group>
    </form>
  );
}
