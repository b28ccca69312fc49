import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { CITY } from './words.ts';

/** Where one was last, with the days and filters chosen there: the look, and the list. */
const places = { look: '/', list: '/' };

export function useRemembered(name: keyof typeof places, place: string): void {
  useEffect(() => {
    places[name] = place;
    // From a case one goes back to what was seen last.
    if (name === 'look') places.list = place;
  }, [name, place]);
}

export function Back({ to }: { to: keyof typeof places }) {
  const { t } = useTranslation(CITY);
  return (
    <p className="no-print">
      <Link href={places[to]}>{t('back')}</Link>
    </p>
  );
}
