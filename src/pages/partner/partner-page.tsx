import type { CityCard } from '../../catalog/city-data.js';
import type { PartnerMatter } from '../../complaints/partners/partner.dto.js';
import type { Problem } from '../../platform/errors/problem.js';
import type { Language } from '../../platform/moment.js';
import type { Choice, FormState, Typed } from '../citizen/parts/fields.js';
import { Moment, type Written } from '../citizen/parts/moment.js';
import { WrongSummary } from '../citizen/parts/wrong.js';
import { Document } from '../site/document.js';
import type { Visit } from '../site/visit.js';
import { fieldAt, StepForm } from './forms.js';
import { Matter } from './matter.js';
import { pageWords as w, steps, stepWords, type Step } from './words.js';

/** What a page shows: the matter where it can be read, and what came of the last step. */
export interface Shown {
  token: string | null;
  matter?: PartnerMatter | undefined;
  step?: Step;
  typed?: Typed;
  wrong?: Problem;
  done?: Step | undefined;
}

interface Props {
  shown: Shown;
  visit: Visit;
  card: CityCard;
  styles: readonly string[];
  agencies: readonly Choice[];
}

/** Where a page is, in a language. */
export const pathOf = (token: string, language: Language, more = '') =>
  `/partner/${encodeURIComponent(token)}${more}${language === 'en' ? '?lang=en' : ''}`;

const dial = (number: string) => `tel:${number.replaceAll(' ', '')}`;

/** The page of a link: the matter, what came of the last step, and what can be done now. Works without script. */
export function PartnerPage({ shown, visit, card, styles, agencies }: Props) {
  const { language } = visit;
  const { token, matter, step, wrong } = shown;
  const name = matter?.category?.[language] ?? w.category[language];
  const title = matter ? `${name} · ${matter.ref}` : card.center.name[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const written = { language, timeZone: card.timeZone };
  return (
    <Document
      visit={visit}
      title={wrong && step ? `${w.wrong[language]} · ${title}` : title}
      styles={styles}
      skip={w.skip[language]}
      unlisted
    >
      <header class="site">
        <span class="brand">
          <b>Đầu Mối</b>
          <span>{card.center.name[language]}</span>
        </span>
        {token !== null && (
          <a class="turn" href={pathOf(token, other)} lang={other} hreflang={other}>
            {w.other[language]}
          </a>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        <div class="follow">
          <h1>{title}</h1>
          <Outcome shown={shown} language={language} />
          <div class={matter ? 'columns' : undefined}>
            {matter && token !== null && (
              <div>
                <Matter matter={matter} token={token} {...written} />
              </div>
            )}
            <div>
              <Forms shown={shown} language={language} agencies={agencies} />
              {token !== null && !matter && step && (
                <p>
                  <a href={pathOf(token, language)}>{w.back[language]}</a>
                </p>
              )}
            </div>
          </div>
        </div>
      </main>
      <footer class="site">
        {matter && <Ends matter={matter} {...written} />}
        <p>
          {w.hotline[language]}: <a href={dial(card.hotline)}>{card.hotline}</a>
        </p>
      </footer>
    </Document>
  );
}

function Outcome({ shown: { done, wrong, step }, language }: { shown: Shown; language: Language }) {
  return (
    <>
      {done && (
        <p class="done" role="status">
          {stepWords[done].done[language]}
        </p>
      )}
      {wrong && (
        <WrongSummary
          wrong={wrong}
          language={language}
          title={step ? w.wrong : w.closed}
          fieldAt={step ? fieldAt(step) : () => null}
          notes={step === 'answer' ? [w.filesAgain] : []}
        />
      )}
    </>
  );
}

function Forms({
  shown,
  language,
  agencies,
}: Pick<Props, 'shown' | 'agencies'> & { language: Language }) {
  const { token, matter, step, typed, wrong } = shown;
  if (token === null) return null;
  const open = matter ? matter.can : step ? [step] : [];
  const listed = steps.filter((one) => open.includes(one));
  if (matter && listed.length === 0) return <p class="card">{w.nothingOpen[language]}</p>;
  const stateOf = (one: Step): FormState => ({
    form: one,
    language,
    typed: (one === step && typed) || new Map(),
    errors: (one === step && wrong?.errors) || [],
  });
  return (
    <>
      {listed.map((one, at) => (
        <StepForm
          key={one}
          step={one}
          state={stateOf(one)}
          agencies={agencies}
          action={pathOf(token, language, `/${one}`)}
          first={at === 0}
        />
      ))}
    </>
  );
}

const Ends = ({ matter, language, timeZone }: Written & { matter: PartnerMatter }) => (
  <p>
    {w.valid[language]} <Moment at={matter.validUntil} language={language} timeZone={timeZone} />;{' '}
    {w.uses[language]}: {matter.usesLeft}.
  </p>
);
