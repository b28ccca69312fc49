import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../api/client.ts';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { inWords } from '../../words.ts';
import { useMailTemplates } from './use-mail-templates.ts';

const audiences = ['filer', 'staff', 'summary', 'account'];

/** What each mail says, in both languages beside each other. */
export default function Templates() {
  const { t } = useTranslation('admin');
  const { list, isPending, error, refetch } = useMailTemplates();
  const [name, setName] = useState('received');
  const groups = audiences.map((audience) => ({
    group: t(`templates.audience.${audience}`),
    items: list
      .filter((one) => one.audience === audience)
      .map((one) => ({ value: one.name, label: inWords(one.subject) })),
  }));
  return (
    <>
      <h1>{t('part.templates')}</h1>
      <p className="muted">{t('templates.why')}</p>
      {error && <Wrong error={error} again={() => void refetch()} />}
      {isPending && <Waiting />}
      {list.length > 0 && (
        <NativeSelect
          label={t('templates.choose')}
          value={name}
          data={groups}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <Shown name={name} />
    </>
  );
}

function Shown({ name }: { name: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['mail-templates', name],
    queryFn: () => brought(api.GET('/api/mail-templates/{name}', { params: { path: { name } } })),
  });
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <div className="admin-cards">
      {(['vi', 'en'] as const).map((language) => (
        <section
          className="panel"
          key={language}
          lang={language}
          aria-labelledby={`mail-${language}`}
        >
          <h2 id={`mail-${language}`}>{data.subject[language]}</h2>
          <pre className="admin-mail">{data.text[language]}</pre>
        </section>
      ))}
    </div>
  );
}
