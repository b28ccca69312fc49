import { Alert, Button, Group, Tabs, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../../api/client.ts';
import { may, type Me } from '../../api/me.ts';
import { queries } from '../../api/queries.ts';
import { Ask } from '../../common/ask.tsx';
import { Faults } from '../../common/faults.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { Editor } from './editor.tsx';
import { Findings } from './findings.tsx';
import { Publish } from './publish.tsx';
import { Tries } from './tries/tries.tsx';
import { useDraft, useFindings, useWriting, type Draft as DraftView } from './use-draft.ts';
import './drafts.css';

/** One draft: written in a form, compared, checked, tried out, published. */
export default function Draft({ me, id }: { me: Me; id: string }) {
  const { data, error, refetch } = useDraft(id);
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  return <Written me={me} draft={data} />;
}

function Written({ me, draft }: { me: Me; draft: DraftView }) {
  const { t } = useTranslation('admin');
  const writing = useWriting(draft);
  const { data: checked } = useFindings(draft);
  const isOpen = draft.state === 'open' && may(me, 'draft.edit');
  const discard = useMutation({
    mutationFn: () =>
      api.DELETE('/api/drafts/{id}', {
        params: { path: { id: draft.id } },
        headers: { 'if-match': `"${draft.version}"` },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  });
  const { theirs, save } = writing;
  return (
    <>
      <Link href="/drafts">← {t('part.drafts')}</Link>
      <div className="admin-head">
        <h1>{draft.title}</h1>
        <p className="muted">
          {t(`kind.${draft.kind}`)} · {t('draft.basedOn', { number: draft.basedOn })} ·{' '}
          {t(`draft.state.${draft.state}`, { number: draft.publishedVersion })}
        </p>
      </div>
      {theirs ? (
        <Alert color="yellow" role="alert" title={t('draft.stale')}>
          <Group>
            <Button variant="default" onClick={() => writing.take(theirs)}>
              {t('draft.takeTheirs')}
            </Button>
            <Button variant="default" onClick={() => save.mutate(theirs.version)}>
              {t('draft.keepMine')}
            </Button>
          </Group>
        </Alert>
      ) : (
        <Faults error={save.error ?? discard.error} form="draft" />
      )}
      {isOpen && (
        <div className="admin-filter draft-bar">
          <TextInput
            label={t('draft.title')}
            value={writing.title}
            onChange={(event) => writing.setTitle(event.currentTarget.value)}
          />
          <Button
            loading={save.isPending}
            disabled={!writing.isChanged}
            onClick={() => save.mutate(draft.version)}
          >
            {t('draft.save')}
          </Button>
          <span role="status" className="muted">
            {t(writing.isChanged ? 'draft.unsaved' : 'draft.kept')}
          </span>
        </div>
      )}
      <Findings findings={checked?.findings ?? null} />
      <Tabs defaultValue="edit" keepMounted={false}>
        <Tabs.List>
          {['edit', 'difference', 'try', 'publish', 'json'].map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`draft.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="edit" pt="md">
          <Editor
            draft={draft}
            writing={writing}
            isOpen={isOpen}
            findings={checked?.findings ?? []}
          />
        </Tabs.Panel>
        <Tabs.Panel value="difference" pt="md">
          {writing.isChanged && <p className="muted">{t('draft.ofKept')}</p>}
          <DifferenceTable draft={draft} />
        </Tabs.Panel>
        <Tabs.Panel value="try" pt="md">
          {writing.isChanged && <p className="muted">{t('draft.ofKept')}</p>}
          <Tries draft={draft} />
        </Tabs.Panel>
        <Tabs.Panel value="publish" pt="md">
          {isOpen && may(me, 'draft.publish') ? (
            <Publish
              draft={draft}
              isChanged={writing.isChanged}
              findings={checked?.findings ?? null}
            />
          ) : (
            <p>{t('draft.closed')}</p>
          )}
          {isOpen && (
            <Ask label={t('draft.discard')} title={draft.title} onYes={() => discard.mutate()}>
              {t('draft.discardSure')}
            </Ask>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="json" pt="md">
          <pre className="admin-mail" tabIndex={0} aria-label="JSON">
            {JSON.stringify(writing.definition, null, 2)}
          </pre>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
