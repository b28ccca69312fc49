import { useTranslation } from 'react-i18next';
import { inWords, type Words } from '../../../words.ts';
import { EntryList } from '../entries/entry-list.tsx';
import { ChoiceField, PickField, TextField, WordsField } from '../entries/fields.tsx';
import { usePublished } from '../entries/use-published.ts';
import type { Draft, Finding } from '../use-draft.ts';
import { optionsOf, useCodes } from '../use-names.ts';

interface Agency {
  code: string;
  type: string;
  name: Words;
  shortName: string;
  parent: string | null;
  validTo: string | null;
  [more: string]: unknown;
}

const empty = (parent: string | null): Agency => ({
  code: '',
  type: 'unit',
  name: { vi: '', en: '' },
  shortName: '',
  parent,
  ward: null,
  head: { title: { vi: '', en: '' } },
  validFrom: '',
  validTo: null,
  successor: null,
});

interface Edited {
  draft: Draft;
  definition: Agency[];
  findings: Finding[];
  isOpen: boolean;
  onChange(definition: Agency[]): void;
}

/** Who can be made responsible, under whom, and who comes after those that end. */
export function AgenciesEditor({ draft, definition, findings, isOpen, onChange }: Edited) {
  const { t } = useTranslation('admin');
  const isPublished = usePublished(draft);
  const wards = optionsOf(useCodes('areas'));
  const agencies = optionsOf(definition.filter(({ code }) => code !== ''));
  const types = [...new Set(definition.map(({ type }) => type))].map((value) => ({
    value,
    label: t(`agency.types.${value}`, { defaultValue: value }),
  }));
  const top = definition.find(({ parent }) => parent === null)?.code ?? null;
  return (
    <EntryList
      label={t('kind.agencies')}
      entries={definition}
      findings={findings}
      isOpen={isOpen}
      fieldOf={({ code }, at) => code || `#${at + 1}`}
      nameOf={({ name }) => inWords(name)}
      aboutOf={({ code, shortName, type }) =>
        [code, shortName, t(`agency.types.${type}`, { defaultValue: type })]
          .filter(Boolean)
          .join(' · ')
      }
      hasEnded={({ validTo }) => validTo !== null}
      isNew={({ code }) => !isPublished(code)}
      make={() => empty(top)}
      add={t('agency.add')}
      onChange={onChange}
    >
      {(_, isNew) => (
        <>
          <div className="draft-fields">
            <TextField path="code" label={t('entry.code')} locked={!isNew} />
            <WordsField path="name" label={t('entry.name')} />
            <TextField path="shortName" label={t('agency.short')} />
            <ChoiceField path="type" label={t('agency.type')} options={types} />
            <WordsField path="head.title" label={t('agency.head')} />
            <PickField path="parent" nullable label={t('agency.parent')} options={agencies} />
            <PickField path="ward" nullable label={t('agency.ward')} options={wards} />
          </div>
          <h3>{t('agency.contact')}</h3>
          <div className="draft-fields">
            <TextField path="contact.phone" type="tel" optional label={t('agency.phone')} />
            <TextField path="contact.email" type="email" optional label={t('agency.email')} />
            <TextField path="contact.address" optional label={t('agency.address')} />
          </div>
          <h3>{t('agency.life')}</h3>
          <div className="draft-fields">
            <TextField path="validFrom" type="date" label={t('entry.validFrom')} />
            <TextField
              path="validTo"
              type="date"
              nullable
              label={t('entry.validTo')}
              hint={t('agency.endHint')}
            />
            <PickField
              path="successor"
              nullable
              label={t('agency.successor')}
              hint={t('agency.successorHint')}
              options={agencies}
            />
          </div>
        </>
      )}
    </EntryList>
  );
}
