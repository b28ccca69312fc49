import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch } from 'wouter';
import type { Me } from '../api/me.ts';
import { Nothing } from '../common/nothing.tsx';
import { AgencyCase } from './case/agency-case.tsx';
import { Inbox } from './inbox/inbox.tsx';
import { AgencyNav } from './nav.tsx';
import './words.ts';
import './agency.css';

const Duty = lazy(() => import('./duty/duty.tsx'));
const Leave = lazy(() => import('./duty/leave.tsx'));
const Unit = lazy(() => import('./unit/unit.tsx'));
const Act = lazy(() => import('./act/act.tsx'));

/** The work of an agency's people, on the street as at the desk. */
export default function Agency({ me }: { me: Me }) {
  const { t } = useTranslation('agency');
  return (
    <div className="agency">
      <Switch>
        <Route path="/">
          <Inbox me={me} />
          <AgencyNav me={me} />
        </Route>
        <Route path="/unit">
          <Unit me={me} />
        </Route>
        <Route path="/duty">
          <Duty me={me} />
        </Route>
        <Route path="/leave">
          <Leave me={me} />
        </Route>
        <Route path="/cases/:id">{({ id }) => <AgencyCase key={id} me={me} id={id} />}</Route>
        <Route path="/cases/:id/:action">
          {({ id, action }) => <Act key={`${id}${action}`} me={me} id={id} action={action} />}
        </Route>
        <Route>
          <Nothing>{t('noPage')}</Nothing>
        </Route>
      </Switch>
    </div>
  );
}
