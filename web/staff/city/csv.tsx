import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Asked } from './period.ts';
import { CITY } from './words.ts';

/** A table as a file; the filters of what is seen are kept. */
export function CsvLink({ path, query }: { path: string; query: string }) {
  const { t, i18n } = useTranslation(CITY);
  return (
    <a
      className="csv no-print"
      href={`/api/reports/${path}/csv?${query}&language=${i18n.language}`}
    >
      <Download size={16} aria-hidden /> {t('csv')}
    </a>
  );
}

export const periodQuery = (asked: Asked): string => new URLSearchParams({ ...asked }).toString();
