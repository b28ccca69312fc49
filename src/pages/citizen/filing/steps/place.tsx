import { Input, Notes, Radio, Select, errorAt, type Option, type Sheet } from '../fields.js';
import { filingWords as w } from '../words.js';

export interface Group {
  name: string;
  categories: readonly Option[];
}

export interface PlaceProps {
  sheet: Sheet;
  suggested: readonly Option[];
  groups: readonly Group[];
  wards: readonly Option[];
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
          sheet={sheet}
          name="address"
          label={w.address[language]}
          autocomplete="street-address"
          maxlength={300}
        />
        <Select
          sheet={sheet}
          name="ward"
          label={w.ward[language]}
          none={w.wardNone[language]}
          options={wards}
        />
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
  const { language, typed } = sheet;
  const chosen = typed.get('category') ?? '';
  const radio = (option: Option, id: string) => (
    <Radio
      key={option.value}
      name="category"
      id={id}
      option={option}
      checked={chosen === option.value && typed.has('category')}
    />
  );
  const above = new Set(suggested.map(({ value }) => value));
  return (
    <fieldset class={errorAt(sheet, 'category') ? 'field faulty' : 'field'}>
      <legend>{w.category[language]}</legend>
      <Notes
        sheet={sheet}
        id="category"
        hint={suggested.length > 0 ? w.categoryHint[language] : undefined}
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
