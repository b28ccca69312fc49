import { identityFields, type Words } from '#lifecycle';
import { pathOf } from '../following/shown.js';
import { Input, TextArea, type FormState } from '../parts/fields.js';
import { askableWords, fieldWords, rightsWords as w, type Askable } from './words.js';

interface Props {
  code: string;
  state: FormState;
  right: Askable;
  /** Said above the form: where the digits are. */
  sent: Words;
}

const kinds: Partial<Record<keyof typeof fieldWords, object>> = {
  phone: { inputmode: 'tel', autocomplete: 'tel' },
  email: { inputmode: 'email', autocomplete: 'email' },
};

/** The second step: the digits from the mail, and what is to be done. */
export function Use({ code, state, right, sent }: Props) {
  const { language } = state;
  const { name, hint, send } = askableWords[right];
  return (
    <form
      class="card"
      method="post"
      action={pathOf(code, language, '/rights')}
      encType="multipart/form-data"
    >
      <h2>{name[language]}</h2>
      <p>{hint[language]}</p>
      <p class="done" role="status">
        {sent[language]}
      </p>
      <input type="hidden" name="right" value={right} />
      <Input
        state={state}
        name="proof"
        label={w.code}
        inputmode="numeric"
        autocomplete="one-time-code"
        most={20}
        required
      />
      {right === 'correct' && (
        <>
          <p class="hint">{w.changesHint[language]}</p>
          {identityFields.map((field) => (
            <Input
              key={field}
              state={state}
              name={field}
              label={fieldWords[field]}
              most={300}
              {...kinds[field]}
            />
          ))}
        </>
      )}
      {right !== 'access' && (
        <TextArea state={state} name="text" label={w.note} most={2000} rows={3} />
      )}
      <p class="actions">
        <button type="submit">{send[language]}</button>
        <a class="button quiet" href={pathOf(code, language, '/rights')}>
          {w.anotherCode[language]}
        </a>
      </p>
    </form>
  );
}
