import { useTranslation } from 'react-i18next';
import { useNames } from '../../../api/catalog.ts';
import { EntryList } from '../entries/entry-list.tsx';
import { ChoiceField, PickField, TextField } from '../entries/fields.tsx';
import { useBase, type Draft, type Finding } from '../use-draft.ts';
import { optionsOf, useCodes } from '../use-names.ts';

interface AgencyCalendar {
  agency: string;
  calendar: string;
  validFrom: string;
  validTo: string | null;
  basis: string;
}

interface Edited {
  draft: Draft;
  definition: AgencyCalendar[];
  findings: Finding[];
  isOpen: boolean;
  onChange(definition: AgencyCalendar[]): void;
}

/** Whose hours are whose: an agency's calendar holds for all beneath it that have none of their own. */
export function AgencyCalendarsEditor({ draft, definition, findings, isOpen, onChange }: Edited) {
  const { t } = useTranslation('admin');
  const names = useNames();
  const { data: base } = useBase(draft);
  const agencies = optionsOf(useCodes('agencies'));
  const calendars = useCodes('calendars').map(({ code }) => ({ value: code, label: code }));
  const keyOf = (one: AgencyCalendar) => `${one.agency} ${one.validFrom}`;
  const published = new Set(
    ((base?.definition ?? definition) as AgencyCalendar[]).map((one) => keyOf(one)),
  );
  return (
    <EntryList
      label={t('kind.agency_calendars')}
      entries={definition}
      findings={findings}
      isOpen={isOpen}
      fieldOf={(_, at) => `${at}`}
      nameOf={({ agency }) => names.agency(agency)}
      aboutOf={({ calendar }) => calendar}
      hasEnded={({ validTo }) => validTo !== null}
      isNew={(one) => !published.has(keyOf(one))}
      make={() => ({
        agency: '',
        calendar: calendars[0]?.value ?? '',
        validFrom: '',
        validTo: null,
        basis: '',
      })}
      add={t('hours.add')}
      onChange={onChange}
    >
      {() => (
        <>
          <div className="draft-fields">
            <PickField path="agency" label={t('service.agency')} options={agencies} />
            <ChoiceField path="calendar" label={t('calendar.which')} options={calendars} />
            <TextField path="validFrom" type="date" label={t('entry.validFrom')} />
            <TextField path="validTo" type="date" nullable label={t('entry.validTo')} />
          </div>
          <TextField path="basis" label={t('service.basis')} long />
        </>
      )}
    </EntryList>
  );
}
