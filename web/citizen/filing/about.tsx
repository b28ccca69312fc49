/** @jsxImportSource preact */
import type { Draft } from './draft.ts';
import { emergenciesIn, type Category, type Option, type Question } from './facts.ts';
import { Choices, Input, Notes, Radios, Select, TextArea, type Sheet } from './parts.tsx';

type Change = (changes: Partial<Draft>) => void;

interface AboutProps {
  sheet: Sheet;
  draft: Draft;
  change: Change;
}

export function Emergency({
  sheet,
  draft,
  category,
}: Omit<AboutProps, 'change'> & { category: Category | undefined }) {
  const numbers = emergenciesIn(draft.text, sheet.facts, category);
  return (
    <div aria-live="assertive">
      {numbers.length > 0 && (
        <section class="danger" aria-labelledby="danger">
          <h2 id="danger">{sheet.say('emergency')}</h2>
          <ul class="dial">
            {numbers.map(({ number, name }) => (
              <li key={number}>
                <a href={`tel:${number}`}>
                  <b>{number}</b> <span>{name}</span>
                </a>
              </li>
            ))}
          </ul>
          <p>{sheet.say('emergencyHint')}</p>
        </section>
      )}
    </div>
  );
}

/** The suggested categories as large targets, all others by group beneath. */
export function Categories({
  sheet,
  draft,
  change,
  suggested,
}: AboutProps & { suggested: readonly string[] }) {
  const { facts, say } = sheet;
  const optionOf = ({ code, name }: Category): Option => ({ value: code, label: name });
  const above = [...new Set([...suggested, ...(draft.category ? [draft.category] : [])])];
  const shown = above.flatMap((code) =>
    facts.categories.filter((one) => one.code === code).map(optionOf),
  );
  const choose = (category: string) => change({ category, chosen: true });
  const groups = grouped(facts.categories);
  const rest = (all: readonly Category[]) => all.filter(({ code }) => !above.includes(code));
  return (
    <fieldset class="field">
      <legend>{say('category')}</legend>
      <Notes
        sheet={sheet}
        id="category"
        hint={suggested.length > 0 ? say('categoryHint') : undefined}
      />
      <div aria-live="polite">
        <Choices
          name="category"
          options={[...shown, { value: '', label: say('categoryAny') }]}
          value={draft.category}
          onType={choose}
        />
      </div>
      <details class="all">
        <summary>{say('categoryAll')}</summary>
        {[...groups].map(([name, all]) => (
          <details key={name} class="group">
            <summary>{name}</summary>
            <Choices
              name="category"
              first={false}
              options={rest(all).map(optionOf)}
              value={draft.category}
              onType={choose}
            />
          </details>
        ))}
      </details>
    </fieldset>
  );
}

function grouped(categories: readonly Category[]): Map<string, Category[]> {
  const groups = new Map<string, Category[]>();
  for (const one of categories) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return groups;
}

export function Questions({
  sheet,
  draft,
  change,
  category,
}: AboutProps & { category: Category | undefined }) {
  if (!category || category.questions.length === 0) return null;
  const answer = (key: string) => (value: string) =>
    change({ answers: { ...draft.answers, [key]: value }, chosen: true });
  return (
    <section class="part" aria-labelledby="questions">
      <h2 id="questions">{sheet.say('questions')}</h2>
      {category.questions.map((one) => (
        <Asked
          key={one.key}
          sheet={sheet}
          question={one}
          value={draft.answers[one.key] ?? ''}
          onType={answer(one.key)}
        />
      ))}
    </section>
  );
}

interface AskedProps {
  sheet: Sheet;
  question: Question;
  value: string;
  onType: (value: string) => void;
}

function Asked({ sheet, question, value, onType }: AskedProps) {
  const { key, type, label, required, choices } = question;
  const field = { sheet, id: `answers.${key}`, label, optional: !required, value, onType };
  if (type === 'choice')
    return choices.length <= 5 ? (
      <Radios {...field} options={choices} />
    ) : (
      <Select {...field} options={choices} none={sheet.say('choose')} />
    );
  if (type === 'datetime') return <Input {...field} type="datetime-local" />;
  if (type === 'number') return <Input {...field} inputMode="decimal" />;
  return <TextArea {...field} rows={2} />;
}

const types = ['person', 'organisation', 'business'];

export function Contact({
  sheet,
  draft,
  change,
  category,
}: AboutProps & { category: Category | undefined }) {
  const { say, facts } = sheet;
  const needed = category?.contact === 'required';
  const wrong = sheet.faults.some(({ id }) => ['name', 'phone', 'email'].includes(id));
  const given = draft.name !== '' || draft.phone !== '' || draft.email !== '';
  return (
    <section class="part" aria-labelledby="contact">
      <h2 id="contact">{say('contact')}</h2>
      <p class="hint">{say(needed ? 'contactNeeded' : 'contactHint')}</p>
      <div class="seen-by" aria-live="polite">
        <h3>{say('whoSees')}</h3>
        <p>{facts.seenBy[category?.privacy ?? 'PERSONAL']}</p>
      </div>
      <details open={needed || wrong || given}>
        <summary>{say('contactMore')}</summary>
        <Input
          sheet={sheet}
          id="name"
          label={say('name')}
          optional={!needed}
          autoComplete="name"
          maxLength={120}
          value={draft.name}
          onType={(name) => change({ name })}
        />
        <Input
          sheet={sheet}
          id="phone"
          label={say('phone')}
          optional={!needed}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          value={draft.phone}
          onType={(phone) => change({ phone })}
        />
        <Input
          sheet={sheet}
          id="email"
          label={say('email')}
          optional={!needed}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={draft.email}
          onType={(email) => change({ email })}
        />
        <Radios
          sheet={sheet}
          id="type"
          label={say('type')}
          options={types.map((value) => ({ value, label: say(value) }))}
          value={draft.type}
          onType={(type) => change({ type })}
        />
      </details>
    </section>
  );
}
