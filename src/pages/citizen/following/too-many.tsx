import type { CityCard } from '../../../catalog/city-data.js';
import type { Language } from '../../../platform/moment.js';
import { Moment } from '../parts/moment.js';
import { tooManyWords as w } from './words.js';

interface Props {
  language: Language;
  card: CityCard;
  /** From when on the page tells something again. */
  again: string;
}

/** Too many codes were wrong: why the page rests, until when, and who helps in the meantime. */
export function TooMany({ language, card, again }: Props) {
  return (
    <>
      <h1>{w.title[language]}</h1>
      <p class="lead">{w.why[language]}</p>
      <section class="card">
        <p>
          {w.again[language]}{' '}
          <b>
            <Moment at={again} language={language} timeZone={card.timeZone} />
          </b>
          .
        </p>
        <p>
          {w.help[language]} <a href={`tel:${card.hotline.replaceAll(' ', '')}`}>{card.hotline}</a>.
        </p>
      </section>
      <p>
        <a class="button quiet" href="/follow">
          {w.follow[language]}
        </a>
      </p>
    </>
  );
}
