import './words.ts';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Route, Switch } from 'wouter';
import type { Me } from '../api/me.ts';
import { Waiting } from '../common/waiting.tsx';
import { useKeys } from './keys/use-keys.ts';
import { holding, linesOf } from './undo/held.ts';
import { UndoBar } from './undo/undo-bar.tsx';

const Queue = lazy(() => import('./queue/queue.tsx'));
const Triage = lazy(() => import('./triage/triage.tsx'));
const Call = lazy(() => import('../hotline/call.tsx'));
const Supervise = lazy(() => import('../supervisor/supervise.tsx'));
const Wall = lazy(() => import('../supervisor/wall.tsx'));
const Incidents = lazy(() => import('./incidents/incidents.tsx'));
const Incident = lazy(() => import('./incidents/incident.tsx'));
const Help = lazy(() => import('./keys/help.tsx'));
const Palette = lazy(() => import('./keys/palette.tsx'));

/** The work of the center. */
export default function Console({ me }: { me: Me }) {
  return (
    <>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/">
            <Queue me={me} />
          </Route>
          <Route path="/cases/:id">{({ id }) => <Triage me={me} id={id} key={id} />}</Route>
          <Route path="/incidents">
            <Incidents me={me} />
          </Route>
          <Route path="/incidents/:id">{({ id }) => <Incident me={me} id={id} key={id} />}</Route>
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
      </Suspense>
      <UndoBar commands={me.commands} />
      <Everywhere />
    </>
  );
}

/** The keys that work on every page: help, palette, undo. */
function Everywhere() {
  const [helps, setHelps] = useState(false);
  const [asked, setAsked] = useState(0);
  useKeys({
    '?': () => setHelps(true),
    z: () => {
      const last = holding.now().held.at(-1);
      if (last) holding.undo(last);
    },
    y: () => {
      for (const held of linesOf(holding.now().held)) void holding.hurry(held);
    },
  });
  useEffect(() => {
    const ask = (pressed: KeyboardEvent) => {
      if (pressed.key.toLowerCase() !== 'k' || !(pressed.ctrlKey || pressed.metaKey)) return;
      pressed.preventDefault();
      setAsked((times) => times + 1);
    };
    document.addEventListener('keydown', ask);
    return () => document.removeEventListener('keydown', ask);
  }, []);
  return (
    <>
      {helps && (
        <Suspense fallback={null}>
          <Help onClose={() => setHelps(false)} />
        </Suspense>
      )}
      {asked > 0 && (
        <Suspense fallback={null}>
          <Palette asked={asked} />
        </Suspense>
      )}
    </>
  );
}
