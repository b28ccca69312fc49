import { Button, Tabs } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { PhoneIncoming } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/me.ts';
import { CenterNav } from '../center/center-nav.tsx';
import { addWords } from '../words.ts';
import { CallDesk } from './call-desk.tsx';
import { MOST_CALLS, useCalls, type Call as OneCall } from './calls.ts';
import en from './words/en.json';
import vi from './words/vi.json';
import './hotline.css';

addWords('hotline', { vi, en });

/** The calls that are being taken: one, or two while somebody is asked to hold. */
export default function Call({ me }: { me: Me }) {
  const { t } = useTranslation('hotline');
  const { calls, at, edit, turnTo, open, end } = useCalls(me.id);
  useHotkeys([['alt+N', open]], []);
  return (
    <>
      <CenterNav me={me} />
      <div className="call-head">
        <h1>{t('title')}</h1>
        <Button
          variant="default"
          leftSection={<PhoneIncoming size={18} aria-hidden />}
          disabled={calls.length >= MOST_CALLS}
          onClick={open}
        >
          {t('another')} <kbd>Alt N</kbd>
        </Button>
      </div>
      <Tabs value={at} onChange={(id) => id && turnTo(id)} keepMounted={false}>
        {calls.length > 1 && (
          <Tabs.List>
            {calls.map((call, index) => (
              <Tabs.Tab key={call.id} value={call.id}>
                {nameOf(call) || t('call', { number: index + 1 })}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        )}
        {calls.map((call) => (
          <Tabs.Panel key={call.id} value={call.id} tabIndex={calls.length > 1 ? undefined : -1}>
            <CallDesk
              me={me}
              call={call}
              edit={(changes) => edit(call.id, changes)}
              end={() => end(call.id)}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

const nameOf = ({ name, phone }: OneCall) => name.trim() || phone.trim();
