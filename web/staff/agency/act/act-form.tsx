import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Me } from '../../api/me.ts';
import type { CaseView } from '../../case/use-case.ts';
import { Waiting } from '../../common/waiting.tsx';
import { hour } from '../../common/moments.ts';
import type { components } from '../../api/schema.d.ts';
import type { Draft } from '../../common/drafts.ts';
import { inWords } from '../../words.ts';
import type { ActionName } from './actions.ts';
import { tellDone } from './done.ts';
import { typed } from './fields.tsx';
import { forms, type Form } from './forms.tsx';
import { FromTemplate } from './from-template.tsx';
import { keepRevealed } from './revealed.ts';
import { Changed, Faults, Progress, type Fault } from './states.tsx';
import { useDraft } from './use-draft.ts';
import { useSend } from './use-send.ts';

interface Props {
  view: CaseView;
  me: Me;
  action: ActionName;
  number: number | undefined;
  /** Whether the case admits it now. */
  open: boolean;
}

const missing = (form: Form, draft: Draft) =>
  Object.entries(form.needs).filter(([name, least]) => typed(draft, name).trim().length < least);

export function ActForm({ view, me, action, number, open }: Props) {
  const { t } = useTranslation('agency');
  const [, go] = useLocation();
  const form = forms[action];
  const key = `${me.id}:${view.id}:${action}:${number ?? ''}`;
  const hold = useDraft(key, view.version);
  const [tried, setTried] = useState(0);
  const faultsBox = useRef<HTMLDivElement>(null);
  const body = useCallback(
    (draft: Draft, evidence: string[]) => form.body(draft, number, evidence),
    [form, number],
  );
  const done = useCallback(
    (answer: unknown) => {
      if (action === 'reveal')
        keepRevealed(view.id, (answer as components['schemas']['Revealed'] | null)?.filer ?? null);
      tellDone(view.id, action);
      go(`/cases/${view.id}`, { replace: true });
    },
    [action, view.id, go],
  );
  const { sending, send, sendAgain } = useSend({
    id: view.id,
    action,
    by: me.name,
    hold,
    body,
    done,
  });
  const { draft, change } = hold;
  const faults = useMemo((): Fault[] => {
    if (sending.is === 'refused')
      return (
        sending.said.errors?.map((one) => ({
          field: one.field.split('.')[0]!,
          words: inWords(one),
        })) ?? [{ field: null, words: inWords(sending.said.detail) }]
      );
    if (tried === 0 || !draft) return [];
    return missing(form, draft).map(([field, least]) => ({
      field,
      words: t(least === 1 ? 'fault.required' : 'fault.short', {
        field: t(`field.${field}`),
        n: least,
      }),
    }));
  }, [sending, tried, draft, form, t]);
  useEffect(() => {
    if (sending.is === 'refused') faultsBox.current?.focus();
  }, [sending]);
  if (!draft) return <Waiting />;
  const busy = sending.is === 'sending' || sending.is === 'uploading';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried((times) => times + 1);
    if (missing(form, draft).length === 0) void send();
    else requestAnimationFrame(() => faultsBox.current?.focus());
  };
  const typing = {
    draft,
    change,
    wrong: (field: string) => faults.find((fault) => fault.field === field)?.words,
  };
  const present = sending.is === 'conflict' ? sending.present : null;
  // The case may have moved on by this very command, whose answer was lost: trying again finds that out.
  const cut = sending.is === 'cut';
  return (
    <form className="act-form" onSubmit={submit} noValidate>
      <div ref={faultsBox} tabIndex={-1} className="faults-box">
        <Faults faults={faults} />
      </div>
      <Changed view={present ?? view} base={draft.base} conflict={present !== null} by={me.name} />
      {!open && !present && !cut && <p className="sent-back">{t('act.notNow')}</p>}
      <FromTemplate
        view={view}
        typing={typing}
        action={action}
        name={'done' in form.needs ? 'done' : 'text'}
      />
      <form.Fields view={view} me={me} number={number} typing={typing} />
      <p className="muted draft-mark" role="status">
        {draft.savedAt > 0 && t('act.kept', { at: hour(new Date(draft.savedAt).toISOString()) })}
      </p>
      <Progress sending={sending} />
      <div className="action-bar">
        {present ? (
          <Button size="md" loading={busy} onClick={() => void sendAgain(present)}>
            {t('act.sendAgain')}
          </Button>
        ) : (
          <Button type="submit" size="md" loading={busy} disabled={!open && !cut}>
            {t(cut ? 'act.retry' : `submit.${action}`)}
          </Button>
        )}
      </div>
    </form>
  );
}
