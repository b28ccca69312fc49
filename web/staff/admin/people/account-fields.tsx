import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAgencies } from '../../api/catalog.ts';
import { faultOf } from '../../common/faults.tsx';
import { inWords } from '../../words.ts';
import { inAgency, roles, type Role } from './roles.ts';

export interface AccountDraft {
  name: string;
  role: Role;
  agency: string;
  email: string;
  language: 'vi' | 'en';
}

interface Fields {
  form: string;
  value: AccountDraft;
  error: unknown;
  onChange(some: Partial<AccountDraft>): void;
}

/** What an account says of a person. */
export function AccountFields({ form, value, error, onChange }: Fields) {
  const { t } = useTranslation('admin');
  const frame = useTranslation();
  const { data: agencies = [] } = useAgencies();
  return (
    <>
      <TextInput
        id={`${form}-name`}
        label={t('people.name')}
        error={faultOf(error, 'name')}
        value={value.name}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        required
      />
      <TextInput
        id={`${form}-email`}
        type="email"
        label={t('people.email')}
        error={faultOf(error, 'email')}
        value={value.email}
        autoComplete="off"
        onChange={(event) => onChange({ email: event.currentTarget.value })}
        required
      />
      <NativeSelect
        id={`${form}-role`}
        label={t('people.role')}
        error={faultOf(error, 'role')}
        value={value.role}
        data={roles.map((one) => ({ value: one, label: frame.t(`role.${one}`) }))}
        onChange={(event) => onChange({ role: event.currentTarget.value as Role })}
      />
      {inAgency(value.role) && (
        <>
          <TextInput
            id={`${form}-agency`}
            label={t('people.unit')}
            description={
              agencies
                .filter(({ code }) => code === value.agency)
                .map(({ name }) => inWords(name))[0] ?? t('people.unitHint')
            }
            error={faultOf(error, 'agency')}
            value={value.agency}
            list={`${form}-agencies`}
            onChange={(event) => onChange({ agency: event.currentTarget.value })}
            required
          />
          <datalist id={`${form}-agencies`}>
            {agencies.map(({ code, name }) => (
              <option key={code} value={code}>
                {inWords(name)}
              </option>
            ))}
          </datalist>
        </>
      )}
      <NativeSelect
        id={`${form}-language`}
        label={t('people.language')}
        value={value.language}
        data={[
          { value: 'vi', label: 'Tiếng Việt' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(event) => onChange({ language: event.currentTarget.value as 'vi' | 'en' })}
      />
    </>
  );
}

/** An agency is given only where the role has one. */
export const sent = ({ agency, ...rest }: AccountDraft) => ({
  ...rest,
  ...(inAgency(rest.role) && { agency }),
});
