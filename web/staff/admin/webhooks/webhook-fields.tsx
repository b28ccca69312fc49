import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { faultOf } from '../../common/faults.tsx';
import { kinds, kindOf, type Kind } from './webhook-words.ts';

export interface WebhookDraft {
  name: string;
  url: string;
  kinds: Kind[];
}

interface Fields {
  form: string;
  value: WebhookDraft;
  error: unknown;
  onChange(some: Partial<WebhookDraft>): void;
}

const told = kinds.filter((word) => word !== 'test').map(kindOf);

/** Where a receiver is and what it is told of. */
export function WebhookFields({ form, value, error, onChange }: Fields) {
  const { t } = useTranslation('webhooks');
  return (
    <>
      <TextInput
        id={`${form}-name`}
        label={t('name')}
        error={faultOf(error, 'name')}
        value={value.name}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        required
      />
      <TextInput
        id={`${form}-url`}
        label={t('url')}
        description={t('urlHint')}
        error={faultOf(error, 'url')}
        value={value.url}
        maxLength={500}
        inputMode="url"
        autoComplete="off"
        onChange={(event) => onChange({ url: event.currentTarget.value.trim() })}
        required
      />
      <Checkbox
        label={t('allKinds')}
        checked={value.kinds.length === told.length}
        indeterminate={value.kinds.length > 0 && value.kinds.length < told.length}
        onChange={(event) => onChange({ kinds: event.currentTarget.checked ? told : [] })}
      />
      <Checkbox.Group
        id={`${form}-kinds`}
        label={t('kinds')}
        error={faultOf(error, 'kinds')}
        value={value.kinds}
        onChange={(chosen) => onChange({ kinds: chosen as Kind[] })}
      >
        <div className="webhook-kinds">
          {told.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`kind.${kind.replace('complaint.', '')}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}
