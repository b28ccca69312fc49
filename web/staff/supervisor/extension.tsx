import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../api/catalog.ts';
import { CaseText, CaseTimeline } from '../case/case-story.tsx';
import { useCommand, type CaseView } from '../case/use-case.ts';
import { Wrong } from '../common/wrong.tsx';
import { moment } from '../common/moments.ts';
import { typedMoment } from '../hotline/typed-moment.ts';
import { OpenCase } from './open-case.tsx';

const LEAST = { grant_extension: 10, refuse_extension: 5 };

/** More time, asked with a reason: what was promised before, and the decision. */
export function Extension({ view }: { view: CaseView }) {
  const { t } = useTranslation('supervisor');
  const { agency } = useNames();
  const [text, setText] = useState('');
  const [other, setOther] = useState('');
  const decide = useCommand();
  const { extension } = view;
  if (!extension) return null;
  const asked = view.timeline.findLast(({ type }) => type === 'extension_asked');
  const moves = view.clocks.flatMap((clock) => clock.moves);
  const until = typedMoment(other);
  const say = (name: keyof typeof LEAST) =>
    decide.mutate({
      id: view.id,
      version: view.version,
      name,
      body: {
        text: text.trim(),
        ...(name === 'grant_extension' && until !== null && { until }),
      },
    });
  const long = (name: keyof typeof LEAST) => text.trim().length >= LEAST[name];
  return (
    <article className="panel decision">
      <h2>{t('extension.title', { agency: agency(extension.agency) })}</h2>
      <dl className="facts">
        <dt>{t('extension.now')}</dt>
        <dd>{moment(view.dueAt)}</dd>
        <dt>{t('extension.until')}</dt>
        <dd>
          <b>{moment(extension.until)}</b>
        </dd>
        <dt>{t('extension.why')}</dt>
        <dd>{asked?.text}</dd>
        <dt>{t('extension.before')}</dt>
        <dd>
          {moves.length === 0
            ? t('extension.never')
            : moves.map(({ at, from, to }) => (
                <div key={at + to}>
                  {moment(from)} → {moment(to)}
                </div>
              ))}
        </dd>
      </dl>
      <form className="form" onSubmit={(event) => event.preventDefault()}>
        <Textarea
          label={t('extension.text')}
          description={t('extension.textHint')}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <TextInput
          label={t('extension.other')}
          description={until ? moment(until) : t('extension.otherHint')}
          value={other}
          onChange={({ currentTarget: { value } }) => setOther(value)}
        />
        {decide.error && <Wrong error={decide.error} />}
        <div className="acts">
          <Button
            loading={decide.isPending}
            disabled={!long('grant_extension') || (other.trim() !== '' && until === null)}
            onClick={() => say('grant_extension')}
          >
            {t('extension.grant')}
          </Button>
          <Button
            variant="default"
            loading={decide.isPending}
            disabled={!long('refuse_extension')}
            onClick={() => say('refuse_extension')}
          >
            {t('extension.refuse')}
          </Button>
          <OpenCase id={view.id} />
        </div>
      </form>
      <CaseText view={view} />
      <h3>{t('frame:case.timeline')}</h3>
      <CaseTimeline view={view} />
    </article>
  );
}
