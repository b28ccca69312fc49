import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAgencies } from '../../api/catalog.ts';
import { faultOf } from '../../common/faults.tsx';
import { inWords } from '../../words.ts';

interface Field {
  id: string;
  value: string;
  error: unknown;
  onChange(code: string): void;
}

/** The agency whose matters a system is told of; empty: the whole city's. */
export function AgencyField({ id, value, error, onChange }: Field) {
  const { t } = useTranslation('keys');
  const { data: agencies = [] } = useAgencies();
  const known = agencies.find(({ code }) => code === value);
  return (
    <>
      <TextInput
        id={id}
        label={t('agency')}
        description={known ? inWords(known.name) : t('agencyHint')}
        error={faultOf(error, 'agency')}
        value={value}
        list={`${id}-list`}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value.trim())}
      />
      <datalist id={`${id}-list`}>
        {agencies.map(({ code, name }) => (
          <option key={code} value={code}>
            {inWords(name)}
          </option>
        ))}
      </datalist>
    </>
  );
}
