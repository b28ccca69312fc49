import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../api/client.ts';
import { may, type Me } from '../api/me.ts';
import { useFresh } from '../center/use-fresh.ts';
import { Nothing } from '../common/nothing.tsx';
import { Waiting } from '../common/waiting.tsx';
import { Wrong } from '../common/wrong.tsx';
import { hour, moment } from '../common/moments.ts';
import { inWords } from '../words.ts';

/** Who carries how much today, and who stands in for whom. */
export function Workload({ me }: { me: Me }) {
  const { t } = useTranslation('supervisor');
  useFresh('load');
  const { data, error, refetch } = useQuery({
    queryKey: ['load'],
    queryFn: () => brought(api.GET('/api/operators/load')),
  });
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { triage, people, definition } = data;
  return (
    <>
      <section className="panel block">
        <h2>{t('load.title')}</h2>
        <p>
          {t('load.waiting', { count: triage.count })}{' '}
          {triage.oldest && t('load.oldest', { since: moment(triage.oldest) })}
        </p>
        <div className="wide-table" role="region" tabIndex={0} aria-label={t('load.title')}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                {(
                  ['person', 'cases', 'triaged', 'median', 'calls', 'reviewed', 'last'] as const
                ).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`load.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {people.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Th scope="row">
                    {one.name} <span className="muted">{t(`frame:role.${one.role}`)}</span>
                  </Table.Th>
                  <Table.Td>{one.cases}</Table.Td>
                  <Table.Td>{one.triaged}</Table.Td>
                  <Table.Td>{one.medianMinutes ?? '–'}</Table.Td>
                  <Table.Td>{one.calls}</Table.Td>
                  <Table.Td>{one.reviewed}</Table.Td>
                  <Table.Td>{one.lastAt ? hour(one.lastAt) : '–'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
        <p className="muted">{inWords(definition)}</p>
      </section>
      {may(me, 'stand_in.read') && <StandIns />}
    </>
  );
}

function StandIns() {
  const { t } = useTranslation('supervisor');
  const { data } = useQuery({
    queryKey: ['stand-ins'],
    queryFn: () => brought(api.GET('/api/stand-ins')),
  });
  return (
    <section className="panel block">
      <h2>{t('duty.title')}</h2>
      {data?.items.length === 0 && <Nothing>{t('duty.none')}</Nothing>}
      <ul>
        {data?.items.map(({ id, absent, standIn, startsAt, endsAt, running }) => (
          <li key={id}>
            <b>{standIn.name}</b> {t('duty.for', { name: absent.name })}{' '}
            <span className="muted">
              {moment(startsAt)} – {moment(endsAt)} {running && t('duty.now')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
