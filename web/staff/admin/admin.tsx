import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch, useLocation } from 'wouter';
import { may, type Me } from '../api/me.ts';
import { addWords } from '../words.ts';
import { Home } from './home/home.tsx';
import en from './words/en.json';
import vi from './words/vi.json';
import './admin.css';

addWords('admin', { vi, en });

const People = lazy(() => import('./people/people.tsx'));
const Person = lazy(() => import('./people/person.tsx'));
const Drafts = lazy(() => import('./drafts/drafts.tsx'));
const Draft = lazy(() => import('./drafts/draft.tsx'));
const Letters = lazy(() => import('./letters/letters.tsx'));
const Templates = lazy(() => import('./templates/templates.tsx'));
const Keys = lazy(() => import('./keys/keys.tsx'));
const Key = lazy(() => import('./keys/key.tsx'));
const Webhooks = lazy(() => import('./webhooks/webhooks.tsx'));
const Webhook = lazy(() => import('./webhooks/webhook.tsx'));
const Audit = lazy(() => import('./audit/audit.tsx'));

const parts = [
  { name: 'home', path: '/', needs: 'draft.read' },
  { name: 'people', path: '/people', needs: 'account.manage' },
  { name: 'drafts', path: '/drafts', needs: 'draft.read' },
  { name: 'letters', path: '/letters', needs: 'outbox.read' },
  { name: 'templates', path: '/templates', needs: 'mail_template.read' },
  { name: 'keys', path: '/keys', needs: 'key.manage' },
  { name: 'webhooks', path: '/webhooks', needs: 'webhook.manage' },
  { name: 'audit', path: '/audit', needs: 'audit.read' },
];

/** What keeps the center running: nothing here needs SQL. */
export default function Admin({ me }: { me: Me }) {
  const { t } = useTranslation('admin');
  const [at] = useLocation();
  const isHere = (path: string) => (path === '/' ? at === '/' : at.startsWith(path));
  return (
    <div className="admin">
      <nav className="admin-nav no-print" aria-label={t('parts')}>
        {parts
          .filter(({ needs }) => may(me, needs))
          .map(({ name, path }) => (
            <Link key={name} href={path} aria-current={isHere(path) ? 'page' : undefined}>
              {t(`part.${name}`)}
            </Link>
          ))}
      </nav>
      <div className="admin-page">
        <Switch>
          <Route path="/">
            <Home me={me} />
          </Route>
          <Route path="/people">
            <People />
          </Route>
          <Route path="/people/:id">{({ id }) => <Person me={me} id={id} key={id} />}</Route>
          <Route path="/drafts">
            <Drafts me={me} />
          </Route>
          <Route path="/drafts/:id">{({ id }) => <Draft me={me} id={id} key={id} />}</Route>
          <Route path="/letters">
            <Letters me={me} />
          </Route>
          <Route path="/templates">
            <Templates />
          </Route>
          <Route path="/keys">
            <Keys />
          </Route>
          <Route path="/keys/:id">{({ id }) => <Key id={id} key={id} />}</Route>
          <Route path="/webhooks">
            <Webhooks />
          </Route>
          <Route path="/webhooks/:id">{({ id }) => <Webhook id={id} key={id} />}</Route>
          <Route path="/audit">
            <Audit me={me} />
          </Route>
          <Route>
            <p>{t('nothingHere')}</p>
          </Route>
        </Switch>
      </div>
    </div>
  );
}
