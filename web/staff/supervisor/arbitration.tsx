import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgencies, useNames } from '../api/catalog.ts';
import { CaseText, CaseTimeline } from '../case/case-story.tsx';
import { useCommand, type CaseView } from '../case/use-case.ts';
import { Wrong } from '../common/wrong.tsx';
import { moment } from '../common/moments.ts';
import { filter } from '../hotline/category-field.tsx';
import { inWords } from '../words.ts';
import { OpenCase } from './open-case.tsx';

const SHORTEST_GROUND = 5;

/** Agencies that each say it is not theirs, beside each other; whoever is named now has it for good. */
export function Arbitration({ view }: { view: CaseView }) {
  const { t } = useTranslation('supervisor');
  const { agency } = useNames();
  const { data: agencies = [] } = useAgencies();
  const [lead, setLead] = useState<string | null>(view.proposed);
  const [text, setText] = useState('');
  const assign = useCommand();
  const decide = () =>
    assign.mutate({
      id: view.id,
      version: view.version,
      name: 'assign',
      body: { lead, text: text.trim() },
    });
  return (
    <article className="panel decision">
      <h2>{t('arbitration.title')}</h2>
      <CaseText view={view} />
      <div className="sides">
        {view.returnedBy.map(({ agency: by, ground, proposed, text: why, at }) => (
          <section key={`${by}${at}`} className="side" aria-label={agency(by)}>
            <h3>{agency(by)}</h3>
            <p>
              <b>{t(`ground.${ground}`)}</b> · <time dateTime={at}>{moment(at)}</time>
            </p>
            {why && <blockquote>{why}</blockquote>}
            {proposed && <p>{t('arbitration.proposes', { agency: agency(proposed) })}</p>}
          </section>
        ))}
        {view.returnedBy.length === 0 && <p>{t('arbitration.untaken')}</p>}
      </div>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          decide();
        }}
      >
        <Select
          label={t('arbitration.lead')}
          data={agencies.map(({ code, name }) => ({ value: code, label: inWords(name) }))}
          value={lead}
          onChange={setLead}
          searchable
          selectFirstOptionOnChange
          filter={filter}
          limit={50}
          required
        />
        <Textarea
          label={t('arbitration.ground')}
          description={t('arbitration.binds')}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        {assign.error && <Wrong error={assign.error} />}
        <div className="acts">
          <Button
            type="submit"
            loading={assign.isPending}
            disabled={lead === null || text.trim().length < SHORTEST_GROUND}
          >
            {t('arbitration.decide')}
          </Button>
          <OpenCase id={view.id} />
        </div>
      </form>
      <h3>{t('frame:case.timeline')}</h3>
      <CaseTimeline view={view} />
    </article>
  );
}
