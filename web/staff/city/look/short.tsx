import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CITY } from '../words.ts';

/** The first rows of a long list, and the way to all of them. */
export function useShort<T>(
  rows: readonly T[],
  most: number,
): { shown: readonly T[]; more: ReactNode } {
  const { t } = useTranslation(CITY);
  const [all, setAll] = useState(false);
  const more = rows.length > most && (
    <p className="no-print">
      <button type="button" className="more" onClick={() => setAll(!all)}>
        {all ? t('fewer') : t('showAll', { count: rows.length })}
      </button>
    </p>
  );
  return { shown: all ? rows : rows.slice(0, most), more };
}
