import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { api, brought } from '../../api/client.ts';
import { may, type Me } from '../../api/me.ts';
import { queries } from '../../api/queries.ts';
import { Faults, faultOf } from '../../common/faults.tsx';
import { moment } from '../../common/moments.ts';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { More } from '../common/more.tsx';
import { kinds, type Kind } from './kinds.ts';
import { VersionList } from './version-list.tsx';

/** What is being written, and what was published. */
export default function Drafts({ me }: { me: Me }) {
  const { t } = useTranslation('admin');
  const list = useInfiniteQuery({
    queryKey: ['drafts', 'list'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) =>
      brought(
        api.GET('/api/drafts', { params: { query: { limit: 20, ...(after && { after }) } } }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const drafts = list.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <h1>{t('part.drafts')}</h1>
      {may(me, 'draft.edit') && <NewDraft />}
      <section className="panel" aria-labelledby="drafts-title">
        <h2 id="drafts-title">{t('draft.list')}</h2>
        {list.error && <Wrong error={list.error} again={() => void list.refetch()} />}
        {!drafts && !list.error && <Waiting />}
        {drafts?.length === 0 && <Nothing>{t('draft.none')}</Nothing>}
        {drafts && drafts.length > 0 && (
          <table className="admin-table">
            <thead>
              <tr>
                <th scope="col">{t('draft.title')}</th>
                <th scope="col">{t('versions.kind')}</th>
                <th scope="col">{t('people.stands')}</th>
                <th scope="col">{t('draft.changed')}</th>
              </tr>
            </thead>
            <tbody>
              {drafts.map(({ id, title, kind, state, changedAt, publishedVersion }) => (
                <tr key={id}>
                  <td>
                    <Link href={`/drafts/${id}`}>{title}</Link>
                  </td>
                  <td>{t(`kind.${kind}`)}</td>
                  <td>{t(`draft.state.${state}`, { number: publishedVersion })}</td>
                  <td>{moment(changedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <More {...list} />
      </section>
      <VersionList />
    </>
  );
}

function NewDraft() {
  const { t } = useTranslation('admin');
  const [, go] = useLocation();
  const [kind, setKind] = useState<Kind>('calendars');
  const [title, setTitle] = useState('');
  const make = useMutation({
    mutationFn: () => brought(api.POST('/api/drafts', { body: { kind, title } })),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['drafts'] });
      go(`/drafts/${id}`);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <section className="panel" aria-labelledby="new-draft-title">
      <h2 id="new-draft-title">{t('draft.new')}</h2>
      <Faults error={make.error} form="draft" />
      <form className="admin-filter" onSubmit={submit}>
        <NativeSelect
          label={t('versions.kind')}
          value={kind}
          data={kinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
          onChange={(event) => setKind(event.currentTarget.value as Kind)}
        />
        <TextInput
          id="draft-title"
          label={t('draft.title')}
          error={faultOf(make.error, 'title')}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.currentTarget.value)}
          required
        />
        <Button type="submit" loading={make.isPending}>
          {t('draft.begin')}
        </Button>
      </form>
    </section>
  );
}
