import type { CityCard } from '../../../catalog/city-data.js';
import type { Problem } from '../../../platform/errors/problem.js';
import { retryAfterOf } from '../../../platform/errors/problem.js';
import type { Language } from '../../../platform/moment.js';
import { failureWords as w } from './words.js';

interface Props {
  wrong: Problem;
  language: Language;
  card: CityCard;
}

const MINUTE = 60;

const waitWords = (seconds: number, language: Language) => {
  const minutes = Math.ceil(seconds / MINUTE);
  return seconds < MINUTE
    ? `${w.again[language]} ${seconds} ${w.seconds[language]}.`
    : `${w.again[language]} ${minutes} ${w.minutes[language]}.`;
};

/** What failed, in words, with where to go from here. */
export function WrongPage({ wrong, language, card }: Props) {
  const wait = retryAfterOf(wrong);
  return (
    <>
      <h1>{(wrong.code === 'not_found' ? w.notFound : w.failed)[language]}</h1>
      <p class="lead">
        {wrong.code === 'not_found' ? w.notFoundHow[language] : wrong.detail[language]}
      </p>
      {wait !== undefined && <p>{waitWords(wait, language)}</p>}
      <ul class="links">
        <li>
          <a href="/">{w.home[language]}</a>
        </li>
        <li>
          <a href="/follow">{w.follow[language]}</a>
        </li>
        <li>
          <a href={`tel:${card.hotline.replaceAll(' ', '')}`}>
            {w.call[language]} {card.hotline}
          </a>
        </li>
      </ul>
    </>
  );
}
