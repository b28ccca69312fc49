import { Checkbox, MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../../api/catalog.ts';
import { useField } from '../entries/edit.ts';
import { EntryList } from '../entries/entry-list.tsx';
import { PickField, TextField } from '../entries/fields.tsx';
import { useBase, type Draft, type Finding } from '../use-draft.ts';
import { optionsOf, useCodes } from '../use-names.ts';

interface ServiceArea {
  agency: string;
  service: string;
  wards: 'all' | string[];
  validFrom: string;
  validTo: string | null;
  basis: string;
}

interface Edited {
  draft: Draft;
  definition: ServiceArea[];
  findings: Finding[];
  isOpen: boolean;
  onChange(definition: ServiceArea[]): void;
}

/** Which agency provides a service in which wards. */
export function ServiceAreasEditor({ draft, definition, findings, isOpen, onChange }: Edited) {
  const { t } = useTranslation('admin');
  const names = useNames();
  const { data: base } = useBase(draft);
  const agencies = optionsOf(useCodes('agencies'));
  const published = new Set(
    ((base?.definition ?? definition) as ServiceArea[]).map((one) => keyOf(one)),
  );
  const serviceOf = (name: string) => t(`service.names.${name}`, { defaultValue: name });
  const services = [...new Set(definition.map(({ service }) => service))].filter(Boolean);
  return (
    <EntryList
      label={t('kind.service_areas')}
      entries={definition}
      findings={findings}
      isOpen={isOpen}
      fieldOf={(_, at) => `#${at + 1}`}
      nameOf={({ agency }) => names.agency(agency)}
      aboutOf={({ service, wards }) =>
        `${serviceOf(service)} · ${
          wards === 'all' ? t('service.all') : t('service.wardCount', { number: wards.length })
        }`
      }
      hasEnded={({ validTo }) => validTo !== null}
      isNew={(one) => !published.has(keyOf(one))}
      make={(): ServiceArea => ({
        agency: '',
        service: services[0] ?? '',
        wards: [],
        validFrom: '',
        validTo: null,
        basis: '',
      })}
      add={t('service.add')}
      onChange={onChange}
    >
      {() => (
        <>
          <div className="draft-fields">
            <PickField path="agency" label={t('service.agency')} options={agencies} />
            <PickField
              path="service"
              label={t('service.service')}
              options={services.map((value) => ({ value, label: serviceOf(value) }))}
            />
            <TextField path="validFrom" type="date" label={t('entry.validFrom')} />
            <TextField path="validTo" type="date" nullable label={t('entry.validTo')} />
          </div>
          <Wards />
          <TextField path="basis" label={t('service.basis')} long />
        </>
      )}
    </EntryList>
  );
}

const keyOf = ({ agency, service, validFrom }: ServiceArea) => `${agency} ${service} ${validFrom}`;

/** All wards, or those that are named. */
function Wards() {
  const { t } = useTranslation('admin');
  const { value, isOpen, error, write } = useField('wards');
  const wards = optionsOf(useCodes('areas').filter(({ code }) => /^\d+$/.test(code)));
  const isAll = value === 'all';
  return (
    <div className="entry-flags">
      <Checkbox
        label={t('service.all')}
        checked={isAll}
        disabled={!isOpen}
        onChange={(event) => write(event.currentTarget.checked ? 'all' : [])}
      />
      {!isAll && (
        <MultiSelect
          label={t('service.wards')}
          error={error}
          data={wards}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={write}
          readOnly={!isOpen}
          searchable
          limit={60}
          nothingFoundMessage={t('audit.none')}
        />
      )}
    </div>
  );
}
