import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../api/client.ts';
import { moment } from '../../common/moments.ts';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { kinds, type Kind } from './kinds.ts';

/** Every version of a kind, with the document that it rests on. */
export function VersionList() {
  const { t } = useTranslation('admin');
  const [kind, setKind] = useState<Kind>('calendars');
  const { data, error, refetch } = useQuery({
    queryKey: ['versions', kind, 'list'],
    queryFn: () => brought(api.GET('/api/versions', { params: { query: { kind } } })),
  });
  return (
    <section className="panel" aria-labelledby="version-list-title">
      <h2 id="version-list-title">{t('versions.all')}</h2>
      <NativeSelect
        mb="md"
        maw="20rem"
        label={t('versions.kind')}
        value={kind}
        data={kinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
        onChange={(event) => setKind(event.currentTarget.value as Kind)}
      />
      {error && <Wrong error={error} again={() => void refetch()} />}
      {!data && !error && <Waiting />}
      <ul className="admin-list">
        {data?.items.map(({ version, document, note, loadedAt, validFrom }) => (
          <li key={version}>
            <b>{t('versions.number', { number: version })}</b> · {document ?? t('versions.file')}
            {note && ` · ${note}`}
            <br />
            <span className="muted">{moment(validFrom ?? loadedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
