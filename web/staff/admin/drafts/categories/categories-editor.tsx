import { useTranslation } from 'react-i18next';
import { inWords } from '../../../words.ts';
import { EntryList } from '../entries/entry-list.tsx';
import { usePublished } from '../entries/use-published.ts';
import type { Draft, Finding } from '../use-draft.ts';
import { CategoryFields } from './category-fields.tsx';
import { emptyCategory, type Category } from './category.ts';

interface Edited {
  draft: Draft;
  definition: Category[];
  findings: Finding[];
  isOpen: boolean;
  onChange(definition: Category[]): void;
}

/** What a complaint can be about, and what each category asks. */
export function CategoriesEditor({ draft, definition, findings, isOpen, onChange }: Edited) {
  const { t } = useTranslation('admin');
  const isPublished = usePublished(draft);
  const groups = new Map(definition.map(({ group }) => [group.code, group]));
  const [first = { code: '', name: { vi: '', en: '' } }] = groups.values();
  return (
    <EntryList
      label={t('kind.categories')}
      entries={definition}
      findings={findings}
      isOpen={isOpen}
      fieldOf={({ code }, at) => code || `#${at + 1}`}
      nameOf={({ name }) => inWords(name)}
      aboutOf={({ code, group, questions }) =>
        `${code} · ${inWords(group.name)} · ${t('category.asks', { number: questions.length })}`
      }
      hasEnded={({ closed }) => closed === true}
      isNew={({ code }) => !isPublished(code)}
      make={() => emptyCategory(first)}
      add={t('category.add')}
      onChange={onChange}
    >
      {(entry, isNew) => (
        <CategoryFields category={entry} groups={[...groups.values()]} isNew={isNew} />
      )}
    </EntryList>
  );
}
