import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../../api/client.ts';
import { Faults } from '../../../common/faults.tsx';
import { Waiting } from '../../../common/waiting.tsx';
import { Wrong } from '../../../common/wrong.tsx';
import type { Words } from '../../../words.ts';
import { MailShown } from '../../templates/mail-shown.tsx';
import { useMailTemplate } from '../../templates/use-mail-templates.ts';
import { EditContext } from '../entries/edit.ts';
import { WordsField } from '../entries/fields.tsx';
import type { Finding } from '../use-draft.ts';
import { Places } from './places.tsx';

export interface MailText {
  code: string;
  subject: Words;
  text: Words;
}

interface Given {
  name: string;
  /** Undefined: as delivered. */
  changed: MailText | undefined;
  findings: Finding[];
  isOpen: boolean;
  onChange(mail: MailText | undefined): void;
}

/** The words of one mail, from those delivered on. */
export function MailForm({ name, changed, findings, isOpen, onChange }: Given) {
  const { t } = useTranslation('admin');
  const { data, error, refetch } = useMailTemplate(name);
  const preview = useMutation({
    mutationFn: ({ subject, text }: MailText) =>
      brought(
        api.POST('/api/mail-templates/{name}/preview', {
          params: { path: { name } },
          body: { subject, text },
        }),
      ),
  });
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!data?.delivered) return <Waiting />;
  const entry: MailText = changed ?? { code: name, ...data.delivered };
  const change = (mail: MailText | undefined) => {
    preview.reset();
    onChange(mail);
  };
  const edit = {
    entry,
    field: name,
    isOpen,
    findings,
    onChange: (next: unknown) => change(next as MailText),
  };
  return (
    <EditContext value={edit}>
      <p role="status" className="muted">
        {t(changed ? 'mailText.isChanged' : 'mailText.isDelivered')}
      </p>
      <div className="draft-fields wide">
        <WordsField path="subject" label={t('mailText.subject')} />
        <WordsField path="text" label={t('mailText.text')} long />
      </div>
      <p className="muted">{t('mailText.paragraphs')}</p>
      <Places values={data.values} delivered={data.delivered} />
      <Group mt="md">
        <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate(entry)}>
          {t('mailText.preview')}
        </Button>
        {isOpen && changed && (
          <Button variant="subtle" onClick={() => change(undefined)}>
            {t('mailText.asDelivered')}
          </Button>
        )}
      </Group>
      <Faults error={preview.error} form="mail" />
      {preview.data && (
        <>
          <p role="status">{t('mailText.previewed')}</p>
          <MailShown mail={preview.data} />
        </>
      )}
    </EditContext>
  );
}
