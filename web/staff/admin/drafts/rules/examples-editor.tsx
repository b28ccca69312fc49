import { useTranslation } from 'react-i18next';
import { EntryList } from '../entries/entry-list.tsx';
import { PickField, TextField } from '../entries/fields.tsx';
import type { Finding } from '../use-draft.ts';
import { optionsOf, useCodes } from '../use-names.ts';
import type { Example } from './rule.ts';

interface Edited {
  examples: Example[];
  findings: Finding[];
  isOpen: boolean;
  onChange(examples: Example[]): void;
}

/** What somebody could write, and who must lead it; tried on each draft. */
export function ExamplesEditor({ examples, findings, isOpen, onChange }: Edited) {
  const { t } = useTranslation('admin');
  const agencies = useCodes('agencies');
  const categories = useCodes('categories');
  const areas = useCodes('areas');
  const nameOf = (code: string | null) => (code === null ? t('try.triage') : `→ ${code}`);
  return (
    <>
      <h2>{t('example.title')}</h2>
      <p className="muted">{t('example.why')}</p>
      <EntryList
        label={t('example.title')}
        entries={examples}
        findings={findings}
        isOpen={isOpen}
        fieldOf={(_, at) => `examples.${at}`}
        nameOf={({ id }) => id}
        aboutOf={({ category, lead }) => [category, nameOf(lead)].filter(Boolean).join(' ')}
        isNew={() => true}
        make={(): Example => ({ id: '', text: '', category: null, ward: null, lead: null })}
        add={t('example.add')}
        onChange={onChange}
      >
        {() => (
          <>
            <TextField path="text" label={t('example.text')} long />
            <div className="draft-fields">
              <TextField path="id" label={t('example.id')} />
              <PickField
                path="category"
                nullable
                label={t('try.category')}
                options={optionsOf(categories)}
              />
              <PickField
                path="ward"
                nullable
                label={t('example.ward')}
                options={optionsOf(areas)}
              />
              <PickField
                path="lead"
                nullable
                label={t('example.lead')}
                hint={t('example.leadHint')}
                options={optionsOf(agencies)}
              />
            </div>
          </>
        )}
      </EntryList>
    </>
  );
}
