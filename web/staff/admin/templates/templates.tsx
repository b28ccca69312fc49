import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { inWords } from '../../words.ts';
import { MailShown } from './mail-shown.tsx';
import { useMailTemplate, useMailTemplates } from './use-mail-templates.ts';

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
  const { data, error, refetch } = useMailTemplate(name);
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  return data ? <MailShown mail={data} /> : <Waiting />;
}
