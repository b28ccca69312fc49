import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/me.ts';
import type { CaseView } from '../../case/use-case.ts';
import { useLive } from '../../live/live-provider.tsx';
import { useAtCase } from '../../live/use-presence.ts';
import { commandKeys, keyOf } from '../keys/table.ts';
import { useKeys } from '../keys/use-keys.ts';
import { holding, type Deed } from '../undo/held.ts';
import { deedOf, useHeldFor } from '../undo/use-held.ts';
import { AssignForm } from './assign-form.tsx';
import { ClassifyForm } from './classify-form.tsx';
import { PlainForm } from './plain-form.tsx';
import { isFitting, plainForms } from './plain-forms.ts';
import { Suggestion } from './suggestion.tsx';

const offered = Object.values(commandKeys);

/** What a form gives: the body of its command, and what that makes of the case. */
export type Give = (body: Record<string, unknown>, becomes?: Deed['becomes']) => void;

/** What can be done with the case now: one key each, one form at a time. */
export function Decision({ me, view, expected }: { me: Me; view: CaseView; expected: CaseView }) {
  const { t } = useTranslation('console');
  const live = useLive();
  const [open, setOpen] = useState<string | null>(null);
  const held = useHeldFor(view.id);
  const mayNow = me.commands[expected.status] ?? [];
  const commands = offered.filter((name) => mayNow.includes(name) && isFitting(name, expected));
  const first = firstFor(expected);
  const at = useAtCase(view.id);
  const holder = at?.people.find(({ id }) => id === at.holder && id !== me.id);

  const close = () => {
    setOpen(null);
    live?.presence.look(view.id);
  };
  const give = (name: string) => (body: Record<string, unknown>, becomes?: Deed['becomes']) => {
    holding.hold(deedOf(view, name, body, becomes));
    close();
  };
  useKeys({
    ...Object.fromEntries(
      Object.entries(commandKeys)
        .filter(([, name]) => commands.includes(name))
        .map(([key, name]) => [key, () => setOpen(name)]),
    ),
    ...(held && { z: () => holding.undo(held) }),
  });
  const writing = () => live?.presence.type(view.id);
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{t('triage.decision')}</h2>
      {expected.status === 'new' && view.suggestion && commands.includes('classify') && (
        <Suggestion view={view} onTake={give('classify')} />
      )}
      <div className="commands" role="group" aria-label={t('triage.commands')}>
        {commands.map((name) => (
          <Button
            key={name}
            variant={name === (open ?? first) ? 'filled' : 'default'}
            aria-expanded={name === open}
            onClick={() => (name === open ? close() : setOpen(name))}
          >
            {t(`command.${name}`)} <kbd aria-hidden>{keyOf(name)?.toUpperCase()}</kbd>
          </Button>
        ))}
      </div>
      {commands.length === 0 && <p className="muted">{t('triage.nothing')}</p>}
      {open && holder && (
        <Alert color="yellow" mt="sm" role="status">
          <p>{t('presence.holds', { name: holder.name })}</p>
          <Button variant="default" onClick={() => live?.presence.take(view.id)}>
            {t('presence.take')}
          </Button>
        </Alert>
      )}
      {open && (
        <div
          onInput={writing}
          onKeyDown={(pressed) => {
            if (pressed.key !== 'Escape' || pressed.defaultPrevented) return;
            // An open list takes it for itself.
            if (pressed.target instanceof Element && pressed.target.ariaExpanded === 'true') return;
            pressed.stopPropagation();
            close();
          }}
        >
          {formOf(open, { view: expected, give: give(open), locked: holder !== undefined })}
        </div>
      )}
    </section>
  );
}

/** What the case waits for. */
function firstFor({ status, category }: CaseView): string | null {
  if (status === 'new') return category === null ? 'classify' : 'assign';
  return status === 'answered' ? 'publish' : null;
}

function formOf(name: string, props: { view: CaseView; give: Give; locked: boolean }) {
  if (name === 'classify') return <ClassifyForm key={name} {...props} />;
  if (name === 'assign') return <AssignForm key={name} {...props} />;
  const plain = plainForms[name];
  return plain ? <PlainForm key={name} name={name} form={plain} {...props} /> : null;
}
