import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation, useSearch } from 'wouter';
import { may, type Me } from '../api/me.ts';
import { CenterNav } from '../center/center-nav.tsx';
import { Arbitration } from './arbitration.tsx';
import { CaseDesk } from './case-desk.tsx';
import { Extension } from './extension.tsx';
import { Review } from './review.tsx';
import { Watching } from './watching.tsx';
import { Workload } from './workload.tsx';
import './words.ts';
import './supervisor.css';

const parts = ['arbitration', 'extensions', 'review', 'load', 'watching'] as const;
type Part = (typeof parts)[number];

const partOf = (search: string): Part => {
  const asked = new URLSearchParams(search).get('part');
  return parts.find((part) => part === asked) ?? 'arbitration';
};

/** What the center's lead decides, and whether the work flows. */
export default function Supervise({ me }: { me: Me }) {
  const { t } = useTranslation('supervisor');
  const part = partOf(useSearch());
  const [, go] = useLocation();
  if (!may(me, 'workload.read')) return <Redirect to="" replace />;
  return (
    <>
      <CenterNav me={me} />
      <h1 className="supervise-title">{t('title')}</h1>
      <Tabs
        value={part}
        onChange={(next) => go(`/supervise?part=${next}`, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('title')}>
          {parts.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`part.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="arbitration">
          <CaseDesk queue="arbitration" show={(view) => <Arbitration view={view} />} />
        </Tabs.Panel>
        <Tabs.Panel value="extensions">
          <CaseDesk queue="extensions" show={(view) => <Extension view={view} />} />
        </Tabs.Panel>
        <Tabs.Panel value="review">
          <CaseDesk queue="review" show={(view) => <Review view={view} />} />
        </Tabs.Panel>
        <Tabs.Panel value="load">
          <Workload me={me} />
        </Tabs.Panel>
        <Tabs.Panel value="watching">
          <Watching me={me} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
