import { useTranslation } from 'react-i18next';
import { inWords, type Words } from '../../../words.ts';
import { EntryList } from '../entries/entry-list.tsx';
import { ChoiceField, TextField, WordsField } from '../entries/fields.tsx';
import { usePublished } from '../entries/use-published.ts';
import type { Draft, Finding } from '../use-draft.ts';

interface Area {
  code: string;
  kind: 'city' | 'ward' | 'commune';
  name: Words;
  parent: string | null;
  validFrom: string;
  validTo: string | null;
}

interface Edited {
  draft: Draft;
  definition: Area[];
  findings: Finding[];
  isOpen: boolean;
  onChange(definition: Area[]): void;
}

/** The city and its wards and communes; boundaries come with the city's folder. */
export function AreasEditor({ draft, definition, findings, isOpen, onChange }: Edited) {
  const { t } = useTranslation('admin');
  const isPublished = usePublished(draft);
  const city = definition.find(({ parent }) => parent === null)?.code ?? '';
  const kinds = (all: string[]) => all.map((value) => ({ value, label: t(`area.kinds.${value}`) }));
  return (
    <>
      <p className="muted">{t('area.shapes')}</p>
      <EntryList
        label={t('kind.areas')}
        entries={definition}
        findings={findings}
        isOpen={isOpen}
        fieldOf={({ code }, at) => code || `#${at + 1}`}
        nameOf={({ name }) => inWords(name)}
        aboutOf={({ code, kind }) => `${code} · ${t(`area.kinds.${kind}`)}`}
        hasEnded={({ validTo }) => validTo !== null}
        isNew={({ code }) => !isPublished(code)}
        make={(): Area => ({
          code: '',
          kind: 'ward',
          name: { vi: '', en: '' },
          parent: city,
          validFrom: '',
          validTo: null,
        })}
        add={t('area.add')}
        onChange={onChange}
      >
        {({ parent }, isNew) => (
          <div className="draft-fields">
            <TextField path="code" label={t('entry.code')} locked={!isNew} />
            <WordsField path="name" label={t('entry.name')} />
            <ChoiceField
              path="kind"
              label={t('area.kind')}
              options={kinds(parent === null ? ['city'] : ['ward', 'commune'])}
            />
            <TextField path="validFrom" type="date" label={t('entry.validFrom')} />
            <TextField
              path="validTo"
              type="date"
              nullable
              label={t('entry.validTo')}
              hint={t('area.endHint')}
            />
          </div>
        )}
      </EntryList>
    </>
  );
}
