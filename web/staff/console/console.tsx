import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import type { Me } from '../api/me.ts';

const Queue = lazy(() => import('./queue/queue.tsx'));
const Triage = lazy(() => import('./triage/triage.tsx'));
const Call = lazy(() => import('../hotline/call.tsx'));
const Supervise = lazy(() => import('../supervisor/supervise.tsx'));
const Wall = lazy(() => import('../supervisor/wall.tsx'));

/** The work of the center. */
export default function Console({ me }: { me: Me }) {
  return (
    <Switch>
      <Route path="/">
        <Queue me={me} />
      </Route>
      <Route path="/cases/:id">{({ id }) => <Triage me={me} id={id} key={id} />}</Route>
      <Route path="/call">
        <Call me={me} />
      </Route>
      <Route path="/supervise">
        <Supervise me={me} />
      </Route>
      <Route path="/wall">
        <Wall />
      </Route>
    </Switch>
  );
}
