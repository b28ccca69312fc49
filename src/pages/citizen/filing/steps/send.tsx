import type { Category, Question } from '../../../../catalog/city-data.js';
import type { AskedQuestion } from '../../../../intake/proof/questions.js';
import { writeMoment } from '../../../../platform/moment.js';
import type { Neighbour } from '../../../../triage/likeness/similar.dto.js';
import {
  Files,
  Input,
  Radio,
  Radios,
  Select,
  TextArea,
  type FormState,
} from '../../parts/fields.js';
import { answerField } from '../form.js';
import { filingWords as w, seenBy } from '../words.js';

export interface SendProps {
  sheet: FormState;
  category: Category | null;
  /** What the review says of the place. */
  place: string | null;
  neighbours: readonly Neighbour[];
  /** Null where no proof is asked for. */
  question: AskedQuestion | null;
  privacy: keyof typeof seenBy;
  timeZone: string;
}

/** What is still missing, who will see it, and the whole once more before it goes. */
export function Send(props: SendProps) {
  const { sheet, category, privacy, question } = props;
  const { language } = sheet;
  return (
    <>
      <Review {...props} />
      <Neighbours {...props} />
      {category && category.questions.length > 0 && (
        <section class="part">
          <h2>{w.questions[language]}</h2>
          {category.questions.map((one) => (
            <Asked key={one.key} sheet={sheet} question={one} />
          ))}
        </section>
      )}
      <section class="part">
        {sheet.errors.length > 0 && <p class="wrong">{w.photosAgain[language]}</p>}
        <Files state={sheet} name="files" label={w.photos} hint={w.photosHint} optional />
      </section>
      <Contact sheet={sheet} category={category} privacy={privacy} />
      {question && (
        <section class="part">
          <input type="hidden" name="token" value={question.token} />
          <Input
            state={sheet}
            name="answer"
            label={`${w.proof[language]}: ${question.question[language]}`}
            hint={w.proofHint}
          />
        </section>
      )}
    </>
  );
}

function Review({ sheet, category, place }: SendProps) {
  const { language, typed } = sheet;
  const change = (step: string) => (
    <button class="link" name="go" value={step} formaction="/file">
      {w.change[language]}
      <span class="unseen"> {w[step === 'say' ? 'text' : 'place'][language]}</span>
    </button>
  );
  return (
    <section class="review" aria-labelledby="review">
      <h2 id="review">{w.review[language]}</h2>
      <dl>
        <div>
          <dt>{w.text[language]}</dt>
          <dd class="typed">{typed.get('text')}</dd>
          <dd class="mend">{change('say')}</dd>
        </div>
        <div>
          <dt>{w.category[language]}</dt>
          <dd>{category?.name[language] ?? w.categoryAny[language]}</dd>
        </div>
        <div>
          <dt>{w.place[language]}</dt>
          <dd>{place ?? w.noPlace[language]}</dd>
          <dd class="mend">{change('place')}</dd>
        </div>
      </dl>
    </section>
  );
}

function Neighbours({ sheet, neighbours, timeZone }: SendProps) {
  const { language, typed } = sheet;
  if (neighbours.length === 0) return null;
  const chosen = { ...sheet, typed: new Map([['joins', ''], ...typed]) };
  return (
    <fieldset class="field neighbours">
      <legend>{w.neighbours[language]}</legend>
      <p class="hint">{w.neighboursHint[language]}</p>
      <div class="choices">
        {neighbours.map((one) => (
          <Radio
            key={one.id}
            state={chosen}
            name="joins"
            id={`joins-${one.id}`}
            choice={{
              value: one.id,
              label: [
                w.joinMe[language],
                one.category?.[language],
                one.ward?.[language],
                `${one.people} ${w.people[language]}, ${w.since[language]} ${writeMoment(new Date(one.since), language, timeZone)}`,
                one.statusWords[language],
              ]
                .filter(Boolean)
                .join(' · '),
            }}
          />
        ))}
        <Radio state={chosen} name="joins" id="joins" choice={{ value: '', label: w.joinNone }} />
      </div>
    </fieldset>
  );
}

function Asked({ sheet, question }: { sheet: FormState; question: Question }) {
  const { key, type, label, required, choices = [] } = question;
  const field = { state: sheet, name: answerField(key), label, optional: !required };
  if (type === 'choice')
    return choices.length <= 5 ? (
      <Radios {...field} choices={choices} />
    ) : (
      <Select {...field} choices={choices} none={w.choose} />
    );
  if (type === 'datetime') return <Input {...field} type="datetime-local" />;
  if (type === 'number') return <Input {...field} inputmode="decimal" />;
  return <TextArea {...field} rows={2} />;
}

const types = ['person', 'organisation', 'business'] as const;

function Contact({ sheet, category, privacy }: Pick<SendProps, 'sheet' | 'category' | 'privacy'>) {
  const { language, typed } = sheet;
  const needed = category?.contact === 'required';
  const own = new Map([['type', 'person'], ...typed]);
  return (
    <section class="part" aria-labelledby="contact">
      <h2 id="contact">{w.contact[language]}</h2>
      <p class="hint">{(needed ? w.contactNeeded : w.contactHint)[language]}</p>
      <div class="seen-by">
        <h3>{w.whoSees[language]}</h3>
        <p>{seenBy[privacy][language]}</p>
      </div>
      <Input
        state={sheet}
        name="name"
        label={w.name}
        autocomplete="name"
        optional={!needed}
        most={120}
      />
      <Input
        state={sheet}
        name="phone"
        label={w.phone}
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        optional={!needed}
      />
      <Input
        state={sheet}
        name="email"
        label={w.email}
        type="email"
        inputmode="email"
        autocomplete="email"
        optional={!needed}
      />
      <Radios
        state={{ ...sheet, typed: own }}
        name="type"
        label={w.type}
        choices={types.map((value) => ({ value, label: w[value] }))}
      />
    </section>
  );
}
