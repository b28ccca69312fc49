import type { CityCard } from '../../../catalog/city-data.js';
import type { Language } from '../../../platform/moment.js';
import { findWords as w } from './words.js';

interface Props {
  language: Language;
  card: CityCard;
  typed?: string;
  wrong?: boolean;
}

/** The code is asked for; one that nothing is known of stays as it was typed. */
export function Find({ language, card, typed = '', wrong = false }: Props) {
  return (
    <>
      <h1>{w.title[language]}</h1>
      <p class="lead">{w.lead[language]}</p>
      <form class="find card" method="get" action="/follow">
        <div class="field">
          <label for="code">{w.code[language]}</label>
          <p class="hint" id="code-hint">
            {w.hint[language]}
          </p>
          {wrong && (
            <p class="wrong" id="code-wrong" role="alert">
              {w.unknown[language]}
            </p>
          )}
          <input
            id="code"
            name="code"
            class="code"
            value={typed}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={128}
            required
            aria-describedby={wrong ? 'code-hint code-wrong' : 'code-hint'}
            aria-invalid={wrong ? true : undefined}
            data-focus={wrong ? true : undefined}
          />
        </div>
        <button type="submit">{w.find[language]}</button>
      </form>
      <h2>{w.lost[language]}</h2>
      <p>
        {w.lostHow[language]} <a href={`tel:${card.hotline.replaceAll(' ', '')}`}>{card.hotline}</a>
        .
      </p>
    </>
  );
}
