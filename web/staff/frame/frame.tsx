import { ActionIcon, Button, Menu } from '@mantine/core';
import { CircleUser, Languages, SunMoon } from 'lucide-react';
import { useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { signOut, type Me } from '../api/me.ts';
import { LiveMark } from '../live/live-mark.tsx';
import { chooseLanguage } from '../words.ts';
import { ActingBar } from './acting-bar.tsx';
import { surfaces } from './surfaces.ts';
import './frame.css';

interface FrameProps {
  /** In whose place somebody acts, or the person itself. */
  me: Me;
  self: Me;
  children: ReactNode;
}

/** What stays while staff go from page to page. */
export function Frame({ me, self, children }: FrameProps) {
  const { t, i18n } = useTranslation();
  const [at] = useLocation();
  const open = surfaces.filter(({ opens }) => me.secondFactor !== 'required' && opens(me));
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="frame no-print">
        <Link className="frame-brand" href="/">
          Đầu Mối
        </Link>
        <nav aria-label={t('surfaces')}>
          {(open.length > 1 ? open : []).map(({ name }) => (
            <Link
              key={name}
              href={`/${name}`}
              aria-current={at.startsWith(`/${name}`) ? 'page' : undefined}
            >
              {t(`surface.${name}`)}
            </Link>
          ))}
        </nav>
        <LiveMark />
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<Languages size={18} aria-hidden />}
          lang={i18n.language === 'en' ? 'vi' : 'en'}
          onClick={() => chooseLanguage(i18n.language === 'en' ? 'vi' : 'en')}
        >
          {i18n.language === 'en' ? 'Tiếng Việt' : 'English'}
        </Button>
        <Scheme />
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" size="lg" aria-label={t('account')}>
              <CircleUser aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>
              {self.name}
              <br />
              {t(`role.${self.role}`)}
            </Menu.Label>
            <Menu.Item component={Link} href="/account">
              {t('account')}
            </Menu.Item>
            <Menu.Item onClick={() => void signOut()}>{t('signOut')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      <ActingBar me={me} self={self} />
      <main id="main" tabIndex={-1} className="frame-main">
        {children}
      </main>
    </>
  );
}

function Scheme() {
  const { t } = useTranslation();
  const { toggleColorScheme } = useMantineColorScheme();
  return (
    <ActionIcon variant="subtle" size="lg" aria-label={t('scheme')} onClick={toggleColorScheme}>
      <SunMoon aria-hidden />
    </ActionIcon>
  );
}
