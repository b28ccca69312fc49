import { Button, Select, type ComboboxParsedItem, type OptionsFilter } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCategories } from '../api/catalog.ts';
import type { components } from '../api/schema.d.ts';
import { inWords } from '../words.ts';
import { grouped } from './options.ts';
import { plain } from '../common/plain.ts';

type Suggested = components['schemas']['SuggestedCategory'];

interface Props {
  code: string | null;
  /** Somebody has chosen it; otherwise it is what the words suggest. */
  chosen: boolean;
  suggested: readonly Suggested[];
  choose: (code: string | null) => void;
  error: string | undefined;
}

/** What it is about: follows the words until somebody chooses. */
export function CategoryField({ code, chosen, suggested, choose, error }: Props) {
  const { t } = useTranslation('hotline');
  const { data: categories = [] } = useCategories();
  const options = grouped(
    categories
      .filter((one) => !one.closed || one.code === code)
      .map((one) => ({
        value: one.code,
        label: inWords(one.name),
        group: inWords(one.group),
      })),
  );
  const others = suggested.filter((one) => one.code !== code);
  return (
    <div>
      <Select
        id="call-category"
        label={t('category')}
        description={!chosen && code !== null ? t('suggested') : undefined}
        placeholder={t('categoryNone')}
        data={options}
        value={code}
        onChange={choose}
        searchable
        clearable={chosen}
        selectFirstOptionOnChange
        filter={filter}
        limit={60}
        nothingFoundMessage={t('nothing')}
        error={error}
      />
      {others.length > 0 && (
        <div className="others" role="group" aria-label={t('others')}>
          {others.map((one) => (
            <Button
              key={one.code}
              variant="default"
              size="compact-sm"
              onClick={() => choose(one.code)}
            >
              {inWords(one.name)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** By words of the label, with or without accents. */
export const filter: OptionsFilter = ({ options, search }) => {
  const words = plain(search).split(/\s+/);
  const fits = (label: string) => words.every((word) => plain(label).includes(word));
  return options.flatMap((one): ComboboxParsedItem[] => {
    if (!('group' in one)) return fits(one.label) ? [one] : [];
    const items = one.items.filter(({ label }) => fits(label));
    return items.length > 0 ? [{ ...one, items }] : [];
  });
};
