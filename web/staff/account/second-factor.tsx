import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Mark } from '../common/mark.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { meAgain, type Me } from '../api/me.ts';
import { homeOf } from '../frame/surfaces.ts';
import { Enrol } from './enrol.tsx';
import { CodeForm } from './code-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { StopSecondFactor } from './stop-second-factor.tsx';

const obliged = ['supervisor', 'leader', 'administrator'];

type Doing = 'enrol' | 'codes' | 'stop' | null;

/** The second factor: passed, set up, renewed, switched off. */
export function SecondFactor({ me }: { me: Me }) {
  const { t } = useTranslation('account');
  const required = me.secondFactor === 'required';
  const [doing, setDoing] = useState<Doing>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const show = (given: string[]) => {
    setCodes(given);
    setDoing(null);
  };
  const kept = () => {
    setCodes(null);
    void meAgain();
  };
  return (
    <section className="panel" aria-labelledby="factor-title">
      <h2 id="factor-title">
        {t('factor.title')}{' '}
        <Mark tone={me.secondFactor === 'on' ? 'good' : 'plain'}>
          {t(`factor.state.${me.secondFactor}`)}
        </Mark>
      </h2>
      {codes && <RecoveryCodes codes={codes} onKept={kept} goOn={required} />}
      {!codes && required && me.enrolled && <CodeForm purpose="pass" onDone={kept} />}
      {!codes && (doing === 'enrol' || (required && !me.enrolled)) && (
        <Enrol me={me} onDone={show} />
      )}
      {!codes && doing === 'codes' && <CodeForm purpose="recovery-codes" onDone={show} />}
      {!codes && doing === 'stop' && <StopSecondFactor onDone={() => setDoing(null)} />}
      {!codes && !required && doing === null && (
        <>
          <p className="muted">{t('factor.why')}</p>
          <Group>
            <Button variant={me.enrolled ? 'default' : 'filled'} onClick={() => setDoing('enrol')}>
              {t(me.enrolled ? 'factor.renew' : 'factor.start')}
            </Button>
            {me.enrolled && (
              <Button variant="default" onClick={() => setDoing('codes')}>
                {t('factor.newCodes')}
              </Button>
            )}
            {me.enrolled && !obliged.includes(me.role) && (
              <Button variant="default" onClick={() => setDoing('stop')}>
                {t('factor.stop')}
              </Button>
            )}
          </Group>
        </>
      )}
      {doing !== null && !codes && (
        <Button variant="subtle" mt="md" onClick={() => setDoing(null)}>
          {t('back')}
        </Button>
      )}
      {me.secondFactor === 'on' && !codes && doing === null && (
        <p>
          <Link href={homeOf(me)}>{t('toWork')}</Link>
        </p>
      )}
    </section>
  );
}
