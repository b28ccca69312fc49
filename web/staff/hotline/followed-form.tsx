import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Me } from '../api/me.ts';
import { useCommand, type CaseView } from '../case/use-case.ts';
import { Wrong } from '../common/wrong.tsx';

type Words = (text: string) => string;

interface Props {
  view: CaseView;
  /** The command, and what it is called on the page. */
  name: 'reply' | 'note';
  words?: Words;
}

/** What the caller says to a case that is known: the answer that it waits for, else a note. */
export function FollowedForm({ me, view }: { me: Me; view: CaseView }) {
  const { t } = useTranslation('hotline');
  const may = me.commands[view.status] ?? [];
  if (may.includes('reply')) return <Said view={view} name="reply" />;
  if (!may.includes('note')) return null;
  return <Said view={view} name="note" words={(text) => t('callerSays', { text })} />;
}

function Said({ view: { id, version, timeline }, name, words = (text) => text }: Props) {
  const { t } = useTranslation('hotline');
  const [text, setText] = useState('');
  const command = useCommand();
  const isReply = name === 'reply';
  const question = timeline.findLast(({ type }) => type === 'question_asked')?.text;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        command.mutate(
          { id, version, name, body: { text: words(text.trim()) } },
          { onSuccess: () => setText('') },
        );
      }}
    >
      {isReply && question && (
        <div className="asked">
          <p className="muted">{t('asked')}</p>
          <blockquote>{question}</blockquote>
        </div>
      )}
      <Textarea
        label={t(isReply ? 'reply' : 'add')}
        description={t(isReply ? 'replyHint' : 'addHint')}
        autosize
        minRows={2}
        maxLength={3900}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      {command.error && <Wrong error={command.error} />}
      <Group mt="xs">
        <Button type="submit" disabled={text.trim() === ''} loading={command.isPending}>
          {t(isReply ? 'addReply' : 'addNote')}
        </Button>
        <Button component={Link} href={`/cases/${id}`} variant="default">
          {t('openCase')}
        </Button>
      </Group>
    </form>
  );
}
