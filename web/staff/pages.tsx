import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { SignIn } from './account/sign-in.tsx';
import { Reset } from './account/reset.tsx';
import { useActing } from './api/acting.ts';
import { useMe, type Me } from './api/me.ts';
import { Waiting } from './common/waiting.tsx';
import { Wrong } from './common/wrong.tsx';
import { Frame } from './frame/frame.tsx';
import { homeOf, surfaces } from './frame/surfaces.ts';
import { LiveProvider } from './live/live-provider.tsx';

const Account = lazy(() => import('./account/account.tsx'));
const loaded = {
  console: lazy(() => import('./console/console.tsx')),
  agency: lazy(() => import('./agency/agency.tsx')),
  city: lazy(() => import('./city/city.tsx')),
  admin: lazy(() => import('./admin/admin.tsx')),
};

/** What stands at an address. Each surface is loaded when it is first opened. */
export function Pages() {
  return (
    <Switch>
      <Route path="/sign-in">
        <SignIn />
      </Route>
      <Route path="/reset">
        <Reset />
      </Route>
      <Route>
        <SignedIn />
      </Route>
    </Switch>
  );
}

function SignedIn() {
  const { data: self, error, refetch, isPending } = useMe();
  const me = useActing(self);
  if (isPending) return <Waiting />;
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!me || !self)
    return <Redirect to={`/sign-in?to=${encodeURIComponent(location.pathname)}`} replace />;
  if (self.secondFactor === 'required') return <OwnAccountOnly me={self} />;
  const [first] = surfaces.filter(({ opens }) => opens(me));
  return (
    <LiveProvider me={self}>
      <Frame me={me} self={self}>
        <Suspense fallback={<Waiting />}>
          <Switch>
            {surfaces
              .filter(({ opens }) => opens(me))
              .map(({ name }) => {
                const Surface = loaded[name];
                return (
                  <Route key={name} path={`/${name}`} nest>
                    <Surface me={me} />
                  </Route>
                );
              })}
            <Route path="/case/:id">
              {({ id }) => <Redirect to={`${homeOf(me)}/cases/${id}`} replace />}
            </Route>
            <Route path="/account">
              <Account me={self} />
            </Route>
            <Route>{first && <Redirect to={homeOf(me)} replace />}</Route>
          </Switch>
        </Suspense>
      </Frame>
    </LiveProvider>
  );
}

/** Before the second factor has been passed nothing else is open. */
function OwnAccountOnly({ me }: { me: Me }) {
  return (
    <Frame me={me} self={me}>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/account">
            <Account me={me} />
          </Route>
          <Route>
            <Redirect to="/account" replace />
          </Route>
        </Switch>
      </Suspense>
    </Frame>
  );
}
