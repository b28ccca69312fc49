import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { may, type Me } from '../api/me.ts';
import { addWords } from '../words.ts';
import en from './words/en.json';
import vi from './words/vi.json';
import './center.css';

addWords('center', { vi, en });

const pages = [
  { at: '/', name: 'queue', needs: 'case.read' },
  { at: '/incidents', name: 'incidents', needs: 'incident.read' },
  { at: '/call', name: 'call', needs: 'call.file' },
  { at: '/supervise', name: 'supervise', needs: 'workload.read' },
  { at: '/wall', name: 'wall', needs: 'wall.read' },
] as const;

/** What lies under a page belongs to it. */
const isAt = (here: string, at: string) => here === at || (at !== '/' && here.startsWith(`${at}/`));

/** From one page of the center to the next. */
export function CenterNav({ me }: { me: Me }) {
  const { t } = useTranslation('center');
  const [here] = useLocation();
  return (
    <nav className="center-nav no-print" aria-label={t('pages')}>
      {pages
        .filter(({ needs }) => may(me, needs))
        .map(({ at, name }) => (
          <Link
            key={at}
            href={at === '/' ? '' : at}
            aria-current={isAt(here, at) ? 'page' : undefined}
          >
            {t(`page.${name}`)}
          </Link>
        ))}
    </nav>
  );
}
