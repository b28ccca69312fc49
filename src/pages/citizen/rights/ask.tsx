import type { CityCard } from '../../../catalog/city-data.js';
import type { TrackedComplaint } from '../../../complaints/dto/tracking.dto.js';
import { Input, Radios, type FormState } from '../parts/fields.js';
import { pathOf } from '../following/shown.js';
import { askableWords, askables, rightsWords as w, type Askable } from './words.js';

/** What can be asked for now: a restriction is set or lifted. */
export function openTo(view: TrackedComplaint | undefined): Askable[] {
  if (!view) return [...askables];
  const { rights, restricted } = view;
  if (rights.length === 0) return [];
  return askables.filter((one) => one !== (restricted ? 'restrict' : 'lift'));
}

interface Props {
  code: string;
  state: FormState;
  open: readonly Askable[];
  card: CityCard;
}

/** The first step: what is wished for, and the mail that the code goes to. */
export function Ask({ code, state, open, card }: Props) {
  const { language } = state;
  const choices = open.map((value) => ({ value, label: askableWords[value].name }));
  return (
    <form
      class="card"
      method="post"
      action={pathOf(code, language, '/rights/proof')}
      encType="multipart/form-data"
    >
      <Radios
        state={state}
        name="right"
        label={w.what}
        choices={choices}
        hints={(value) => askableWords[value as Askable].hint}
        required
      />
      <Input
        state={state}
        name="contact"
        label={w.contact}
        hint={w.contactHint}
        autocomplete="email"
        inputmode="email"
        most={200}
        required
      />
      <p>
        <button type="submit">{w.getCode[language]}</button>
      </p>
      <p class="hint">
        {w.phoneOnly[language]}{' '}
        <a href={`tel:${card.hotline.replaceAll(' ', '')}`}>{card.hotline}</a>.
      </p>
    </form>
  );
}
