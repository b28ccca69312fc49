import { Alert, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { MailWarning } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNames } from '../api/catalog.ts';
import { api, brought } from '../api/client.ts';
import { may, type Me } from '../api/me.ts';
import { Nothing } from '../common/nothing.tsx';
import { Waiting } from '../common/waiting.tsx';
import { Wrong } from '../common/wrong.tsx';
import { moment } from '../common/moments.ts';

/** Who has made people known to themselves, and mail that does not arrive. */
export function Watching({ me }: { me: Me }) {
  return (
    <>
      {may(me, 'outbox.read') && <DeadMail />}
      <Reveals />
      <LookUps />
    </>
  );
}

function DeadMail() {
  const { t } = useTranslation('supervisor');
  const { data } = useQuery({
    queryKey: ['outbox', 'dead'],
    queryFn: () => brought(api.GET('/api/outbox', { params: { query: { limit: 20 } } })),
  });
  if (!data || data.items.length === 0) return null;
  const count = data.next === null ? String(data.items.length) : `${data.items.length}+`;
  return (
    <Alert
      className="block"
      color="yellow"
      icon={<MailWarning aria-hidden />}
      title={t('mail.title', { count })}
    >
      {t('mail.text')}
    </Alert>
  );
}

function Reveals() {
  const { t } = useTranslation('supervisor');
  const { category } = useNames();
  const { data, error, refetch } = useQuery({
    queryKey: ['reveals'],
    queryFn: () => brought(api.GET('/api/reveals')),
  });
  return (
    <section className="panel block">
      <h2>{t('reveals.title')}</h2>
      {error && <Wrong error={error} again={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.items.length === 0 && <Nothing>{t('reveals.none')}</Nothing>}
      {data && data.items.length > 0 && (
        <div className="wide-table" role="region" tabIndex={0} aria-label={t('reveals.title')}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('reveals.at')}</Table.Th>
                <Table.Th scope="col">{t('reveals.by')}</Table.Th>
                <Table.Th scope="col">{t('reveals.case')}</Table.Th>
                <Table.Th scope="col">{t('reveals.reason')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.items.map(({ at, by, complaintId, category: code, reason }) => (
                <Table.Tr key={at + complaintId}>
                  <Table.Td>{moment(at)}</Table.Td>
                  <Table.Td>{by.name}</Table.Td>
                  <Table.Td>
                    <Link href={`/cases/${complaintId}`}>{category(code) || t('openCase')}</Link>
                  </Table.Td>
                  <Table.Td>{reason}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </section>
  );
}

function LookUps() {
  const { t } = useTranslation('supervisor');
  const { data, error, refetch } = useQuery({
    queryKey: ['look-ups'],
    queryFn: () => brought(api.GET('/api/calls/look-ups')),
  });
  return (
    <section className="panel block">
      <h2>{t('lookUps.title')}</h2>
      {error && <Wrong error={error} again={() => void refetch()} />}
      {data?.items.length === 0 && <Nothing>{t('lookUps.none')}</Nothing>}
      <ul>
        {data?.items.map(({ at, by, shown }, index) => (
          <li key={`${at}${index}`}>
            {moment(at)} · <b>{by.name}</b> · {t('lookUps.shown', { count: shown })}
          </li>
        ))}
      </ul>
    </section>
  );
}
