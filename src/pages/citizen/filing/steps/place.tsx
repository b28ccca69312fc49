import {
  Input,
  Notes,
  Radio,
  Select,
  errorAt,
  type Choice,
  type FormState,
} from '../../parts/fields.js';
import { filingWords as w } from '../words.js';

export interface Group {
  name: string;
  categories: readonly Choice[];
}

export interface PlaceProps {
  sheet: FormState;
  suggested: readonly Choice[];
  groups: readonly Group[];
  wards: readonly Choice[];
}

/** What it is about and where; the suggested categories first, all others one tap away. */
export function Place({ sheet, suggested, groups, wards }: PlaceProps) {
  const { language, typed } = sheet;
  return (
    <>
      <Categories sheet={sheet} suggested={suggested} groups={groups} />
      <fieldset class={errorAt(sheet, 'place') ? 'field faulty' : 'field'}>
        <legend>{w.place[language]}</legend>
        <p class="hint">{w.placeHint[language]}</p>
        <Input
          state={sheet}
          name="address"
          label={w.address}
          autocomplete="street-address"
          most={300}
        />
        <Select state={sheet} name="ward" label={w.ward} none={w.wardNone} choices={wards} />
        {['lat', 'lon'].map((name) =>
          typed.get(name) ? (
            <input key={name} type="hidden" name={name} value={typed.get(name)} />
          ) : null,
        )}
      </fieldset>
    </>
  );
}

function Categories({ sheet, suggested, groups }: Omit<PlaceProps, 'wards'>) {
  const { language } = sheet;
  const radio = (choice: Choice, id: string) => (
    <Radio key={choice.value} state={sheet} name="category" id={id} choice={choice} />
  );
  const above = new Set(suggested.map(({ value }) => value));
  return (
    <fieldset class={errorAt(sheet, 'category') ? 'field faulty' : 'field'}>
      <legend>{w.category[language]}</legend>
      <Notes
        state={sheet}
        name="category"
        hint={suggested.length > 0 ? w.categoryHint : undefined}
      />
      <div class="choices">
        {[...suggested, { value: '', label: w.categoryAny[language] }].map((one, at) =>
          radio(one, at === 0 ? 'category' : `category-${one.value}`),
        )}
      </div>
      <details class="all">
        <summary>{w.categoryAll[language]}</summary>
        {groups.map(({ name, categories }) => (
          <details key={name} class="group">
            <summary>{name}</summary>
            <div class="choices">
              {categories
                .filter(({ value }) => !above.has(value))
                .map((one) => radio(one, `category-${one.value}`))}
            </div>
          </details>
        ))}
      </details>
    </fieldset>
  );
}
