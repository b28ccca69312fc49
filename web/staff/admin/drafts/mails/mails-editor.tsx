import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../../common/waiting.tsx';
import { Wrong } from '../../../common/wrong.tsx';
import { inWords } from '../../../words.ts';
import { useMailTemplates } from '../../templates/use-mail-templates.ts';
import type { Finding } from '../use-draft.ts';
import { MailForm, type MailText } from './mail-form.tsx';

interface Edited {
  definition: MailText[];
  findings: Finding[];
  isOpen: boolean;
  onChange(definition: MailText[]): void;
}

/** Mails that have words of their own; every other one stays as it was delivered. */
export function MailsEditor({ definition, findings, isOpen, onChange }: Edited) {
  const { t } = useTranslation('admin');
  const { list, error, refetch } = useMailTemplates();
  const [chosen, setChosen] = useState(definition[0]?.code ?? 'received');
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (list.length === 0) return <Waiting />;
  const changed = definition.find(({ code }) => code === chosen);
  const others = definition.filter(({ code }) => code !== chosen);
  const labelOf = (name: string, label: string) =>
    definition.some(({ code }) => code === name) ? t('mailText.changed', { name: label }) : label;
  return (
    <section className="panel" aria-label={t('kind.mail_texts')}>
      <NativeSelect
        label={t('mailText.choose')}
        value={chosen}
        data={list
          .filter((one) => one.isChangeable)
          .map(({ name, subject }) => ({ value: name, label: labelOf(name, inWords(subject)) }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <MailForm
        key={chosen}
        name={chosen}
        changed={changed}
        findings={findings}
        isOpen={isOpen}
        onChange={(mail) => onChange(mail ? [...others, mail] : others)}
      />
    </section>
  );
}
