import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { instantOf } from '../../common/city-time.ts';
import { Faults, faultOf } from '../../common/faults.tsx';
import type { Draft, Finding } from './use-draft.ts';

interface Given {
  draft: Draft;
  isChanged: boolean;
  /** Null while it is being checked. */
  findings: Finding[] | null;
}

/** Makes the draft the next version, by a decision with a number. */
export function Publish({ draft, isChanged, findings }: Given) {
  const { t } = useTranslation('admin');
  const [document, setDocument] = useState('');
  const [note, setNote] = useState('');
  const [from, setFrom] = useState('');
  const publish = useMutation({
    mutationFn: () =>
      brought(
        api.POST('/api/drafts/{id}/publish', {
          params: { path: { id: draft.id } },
          headers: { 'if-match': `"${draft.version}"` },
          body: {
            document,
            ...(note && { note }),
            ...(from && { validFrom: instantOf(from) }),
          },
        }),
      ),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['drafts'] }),
        queries.invalidateQueries({ queryKey: ['versions'] }),
        queries.invalidateQueries({ queryKey: ['agencies'] }),
      ]);
    },
  });
  const isFaulty = findings?.some(({ level }) => level === 'fault') ?? false;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    publish.mutate();
  };
  return (
    <form className="admin-form" onSubmit={submit}>
      <Faults error={publish.error} form="publish" />
      <TextInput
        id="publish-document"
        label={t('publish.document')}
        description={t('publish.documentHint')}
        error={faultOf(publish.error, 'document')}
        value={document}
        maxLength={200}
        onChange={(event) => setDocument(event.currentTarget.value)}
        required
      />
      <TextInput
        id="publish-validFrom"
        type="datetime-local"
        label={t('publish.from')}
        description={t('publish.fromHint')}
        error={faultOf(publish.error, 'validFrom')}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <Textarea
        id="publish-note"
        label={t('publish.note')}
        value={note}
        maxLength={1000}
        autosize
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {isChanged && <p role="status">{t('publish.saveFirst')}</p>}
      {isFaulty && (
        <p role="status" className="admin-bad">
          {t('publish.faulty')}
        </p>
      )}
      <Button
        type="submit"
        disabled={isChanged || isFaulty || findings === null}
        loading={publish.isPending}
      >
        {t('publish.do')}
      </Button>
    </form>
  );
}
