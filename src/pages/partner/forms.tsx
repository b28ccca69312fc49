import type { Words } from '#lifecycle';
import {
  Files,
  Radios,
  Select,
  TextArea,
  type Choice,
  type FormState,
} from '../citizen/parts/fields.js';
import { fieldWords as w, grounds, stepWords, type Step } from './words.js';

const labels: Record<Step, Record<string, Words>> = {
  accept: {},
  ask: { text: w.question },
  answer: { finding: w.finding, done: w.done, basis: w.basis, files: w.files },
  return: { ground: w.ground, proposed: w.proposed, text: w.more },
};

/** What a step names its fields, for the summary of errors. */
export const fieldAt = (step: Step) => (name: string) => {
  const label = labels[step][name];
  return label ? { id: `${step}-${name}`, label } : null;
};

interface FieldsProps {
  step: Step;
  state: FormState;
  agencies: readonly Choice[];
}

function Fields({ step, state, agencies }: FieldsProps) {
  if (step === 'ask')
    return <TextArea state={state} name="text" label={w.question} least={5} most={2000} />;
  if (step === 'answer')
    return (
      <>
        <TextArea
          state={state}
          name="finding"
          label={w.finding}
          hint={w.findingHint}
          least={5}
          most={4000}
        />
        <TextArea
          state={state}
          name="done"
          label={w.done}
          hint={w.doneHint}
          least={5}
          most={4000}
        />
        <TextArea state={state} name="basis" label={w.basis} most={1000} rows={2} />
        <Files state={state} name="files" label={w.files} hint={w.filesHint} />
      </>
    );
  if (step === 'return')
    return (
      <>
        <Radios state={state} name="ground" label={w.ground} choices={grounds} required />
        <Select
          state={state}
          name="proposed"
          label={w.proposed}
          hint={w.proposedHint}
          choices={agencies}
          none={w.proposedNone}
        />
        <TextArea state={state} name="text" label={w.more} least={10} most={2000} />
      </>
    );
  return null;
}

type FormProps = FieldsProps & { action: string; first: boolean };

/** The form of one step; what comes first in the life of a matter stands out. */
export function StepForm({ step, state, agencies, action, first }: FormProps) {
  const { language } = state;
  const { title, lead, send } = stepWords[step];
  return (
    <section class="card" aria-labelledby={step}>
      <h2 id={step}>{title[language]}</h2>
      <p class="hint">{lead[language]}</p>
      <form method="post" action={action} encType="multipart/form-data">
        <Fields step={step} state={state} agencies={agencies} />
        <button type="submit" class={first ? undefined : 'quiet'}>
          {send[language]}
        </button>
      </form>
    </section>
  );
}
