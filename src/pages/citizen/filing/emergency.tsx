import type { CityCard } from '../../../catalog/city-data.js';
import type { Language } from '../../../platform/moment.js';
import { filingWords as w } from './words.js';

type Numbers = CityCard['emergency'];

/** The numbers to call instead of writing, large enough for a shaking hand. */
export const Emergency = ({ numbers, language }: { numbers: Numbers; language: Language }) =>
  numbers.length === 0 ? null : (
    <section class="danger" aria-labelledby="danger">
      <h2 id="danger">{w.emergency[language]}</h2>
      <ul class="dial">
        {numbers.map(({ number, name }) => (
          <li key={number}>
            <a href={`tel:${number}`}>
              <b>{number}</b> <span>{name[language]}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>{w.emergencyHint[language]}</p>
    </section>
  );
