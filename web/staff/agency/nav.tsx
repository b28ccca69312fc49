import { ClipboardList, UserRoundCheck, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { may, type Me } from '../api/me.ts';

const places = [
  { path: '/', name: 'inbox', Icon: ClipboardList, opens: () => true },
  {
    path: '/unit',
    name: 'unit',
    Icon: UsersRound,
    opens: (me: Me) => may(me, 'people.standing'),
  },
  {
    path: '/duty',
    name: 'duty',
    Icon: UserRoundCheck,
    opens: (me: Me) => may(me, 'stand_in.read'),
  },
] as const;

/** Where one can go, within reach of a thumb. */
export function AgencyNav({ me }: { me: Me }) {
  const { t } = useTranslation('agency');
  const [at] = useLocation();
  return (
    <nav className="agency-nav no-print" aria-label={t('nav.label')}>
      {places
        .filter(({ opens }) => opens(me))
        .map(({ path, name, Icon }) => (
          <Link key={name} href={path} aria-current={at === path ? 'page' : undefined}>
            <Icon aria-hidden /> {t(`nav.${name}`)}
          </Link>
        ))}
    </nav>
  );
}
