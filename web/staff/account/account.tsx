import { Alert } from '@mantine/core';
import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAgencies } from '../api/catalog.ts';
import { may, type Me } from '../api/me.ts';
import { addWords, inWords } from '../words.ts';
import { MailLanguage } from './mail-language.tsx';
import { Notices } from './notices.tsx';
import { Password } from './password.tsx';
import { SecondFactor } from './second-factor.tsx';
import { OwnSessions } from './sessions.tsx';
import { StandIns } from './stand-ins.tsx';
import en from './words/en.json';
import vi from './words/vi.json';
import './account.css';

addWords('account', { vi, en });

/** One's own account: the only page that is open before an obligatory second factor has been passed. */
export default function Account({ me }: { me: Me }) {
  const { t } = useTranslation('account');
  const required = me.secondFactor === 'required';
  return (
    <div className="account">
      <Who me={me} />
      {required && (
        <Alert color="yellow" icon={<ShieldAlert aria-hidden />} title={t('required.title')}>
          {t(me.enrolled ? 'required.pass' : 'required.setUp')}
        </Alert>
      )}
      <SecondFactor me={me} />
      {!required && (
        <>
          <Password />
          <OwnSessions />
          <Notices />
          <MailLanguage me={me} />
          {may(me, 'stand_in.write') && me.role !== 'administrator' && <StandIns me={me} />}
        </>
      )}
    </div>
  );
}

function Who({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <header className="account-who">
      <h1>{me.name}</h1>
      <p className="muted">
        {t(`role.${me.role}`)}
        {me.agency && may(me, 'agency.read') && me.secondFactor !== 'required' && (
          <UnitName code={me.agency} />
        )}
        {' · '}
        {me.login}
      </p>
    </header>
  );
}

function UnitName({ code }: { code: string }) {
  const { data } = useAgencies();
  const found = data?.find((one) => one.code === code);
  return <> · {found ? inWords(found.name) : code}</>;
}
