import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import type { Me } from '../api/me.ts';
import { useFresh } from './use-fresh.ts';
import './words.ts';
import './city.css';

const Look = lazy(() => import('./look/look.tsx'));
const List = lazy(() => import('./list/list.tsx'));
const CasePage = lazy(() => import('./list/case-page.tsx'));

/** The city at one look, and every figure's cases behind it. */
export default function City({ me }: { me: Me }) {
  useFresh();
  return (
    <div className="city">
      <Switch>
        <Route path="/">
          <Look me={me} />
        </Route>
        <Route path="/cases">
          <List me={me} />
        </Route>
        <Route path="/cases/:id">{({ id }) => <CasePage me={me} id={id} key={id} />}</Route>
      </Switch>
    </div>
  );
}
