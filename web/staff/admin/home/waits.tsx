import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, brought } from '../../api/client.ts';
import { may, type Me } from '../../api/me.ts';
import { Waiting } from '../../common/waiting.tsx';

/** What waits for a person: drafts that are open, mails that came to no end. */
export function Waits({ me }: { me: Me }) {
  const { t } = useTranslation('admin');
  const drafts = useQuery({
    queryKey: ['drafts', 'open'],
    queryFn: () => brought(api.GET('/api/drafts', { params: { query: { state: 'open' } } })),
    enabled: may(me, 'draft.read'),
  });
  const dead = useQuery({
    queryKey: ['outbox', 'dead', ''],
    queryFn: () => brought(api.GET('/api/outbox', { params: { query: { limit: 100 } } })),
    enabled: may(me, 'outbox.read'),
  });
  const count = (page?: { items: unknown[]; next: unknown }) =>
    page ? `${page.items.length}${page.next ? '+' : ''}` : null;
  return (
    <section className="panel" aria-labelledby="waits-title">
      <h2 id="waits-title">{t('waits.title')}</h2>
      {drafts.isPending && <Waiting />}
      <ul className="admin-list">
        {drafts.data && (
          <li>
            <Link href="/drafts">{t('waits.drafts', { some: count(drafts.data) })}</Link>
          </li>
        )}
        {dead.data && (
          <li>
            <Link href="/letters">{t('waits.letters', { some: count(dead.data) })}</Link>
          </li>
        )}
      </ul>
    </section>
  );
}
