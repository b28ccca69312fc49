import { Badge, Button, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../api/catalog.ts';
import { CaseFiles, CaseText } from '../case/case-story.tsx';
import { useCommand, type CaseView } from '../case/use-case.ts';
import { Wrong } from '../common/wrong.tsx';
import { moment } from '../common/moments.ts';
import { BeforeAfter, isPhoto } from './before-after.tsx';
import { OpenCase } from './open-case.tsx';

const SHORTEST = 5;

/** The answer beside the complaint: published by one key, or sent back with what is missing. */
export function Review({ view }: { view: CaseView }) {
  const { t } = useTranslation('supervisor');
  const { agency } = useNames();
  const [text, setText] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const command = useCommand();
  const answered = view.timeline.findLast(({ type }) => type === 'answered');
  const rated = view.timeline.findLast(({ type }) => type === 'rated');
  const evidence = (answered?.data['evidence'] ?? []) as string[];
  const parts = (answered?.parts ?? {}) as Partial<Record<'finding' | 'done' | 'basis', string>>;
  const files = (after: boolean) =>
    view.attachments.filter(({ id }) => evidence.includes(id) === after);
  const documents = (after: boolean) => files(after).filter((file) => !isPhoto(file));
  const give = (name: string, body?: object) => {
    if (!command.isPending)
      command.mutate({ id: view.id, version: view.version, name, ...(body && { body }) });
  };
  const publish = () => give('publish');
  const sendBack = () => {
    if (text.trim().length >= SHORTEST) give('send_back', { text: text.trim() });
  };
  useHotkeys([
    ['P', publish],
    ['B', () => box.current?.focus()],
  ]);
  return (
    <article className="panel decision">
      {rated && (
        <p>
          <Badge className="badge" color="red">
            {t('review.low')}
          </Badge>{' '}
          {t('review.score', { score: String(rated.data['score'] ?? '') })} {rated.text}
        </p>
      )}
      <div className="sides">
        <section className="side" aria-labelledby="review-said">
          <h2 id="review-said">{t('review.said')}</h2>
          <CaseText view={{ ...view, attachments: documents(false) }} />
        </section>
        <section className="side" aria-labelledby="review-answer">
          <h2 id="review-answer">
            {t('review.answer', { agency: agency(answered?.actor.agency ?? view.lead) })}
          </h2>
          <dl className="answer">
            {(['finding', 'done', 'basis'] as const).map(
              (part) =>
                parts[part] && (
                  <div key={part}>
                    <dt>{t(`review.${part}`)}</dt>
                    <dd>{parts[part]}</dd>
                  </div>
                ),
            )}
          </dl>
          {answered && <p className="muted">{moment(answered.at)}</p>}
          <CaseFiles view={{ ...view, attachments: documents(true) }} />
        </section>
      </div>
      <BeforeAfter caseId={view.id} before={files(false)} after={files(true)} />
      <div className="acts">
        <Button loading={command.isPending} onClick={publish}>
          {t('review.publish')} <kbd>P</kbd>
        </Button>
        <OpenCase id={view.id} />
      </div>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          sendBack();
        }}
      >
        <Textarea
          ref={box}
          label={
            <>
              {t('review.missing')} <kbd>B</kbd>
            </>
          }
          autosize
          minRows={2}
          maxLength={2000}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sendBack();
          }}
        />
        {command.error && <Wrong error={command.error} />}
        <div className="acts">
          <Button
            type="submit"
            variant="default"
            loading={command.isPending}
            disabled={text.trim().length < SHORTEST}
          >
            {t('review.sendBack')} <kbd>Ctrl ↵</kbd>
          </Button>
        </div>
      </form>
    </article>
  );
}
