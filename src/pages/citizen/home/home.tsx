import type { Category, CityCard } from '../../../catalog/city-data.js';
import type { Language } from '../../../platform/moment.js';
import { frameWords, homeWords as w } from '../words.js';
import { isOffered } from '../../../catalog/offered.js';

interface HomeProps {
  language: Language;
  /** What people meet on the street, one of each group. */
  common: readonly Category[];
  emergency: CityCard['emergency'];
}

/** The first page: to file, to see how far it is, to call instead. */
export function Home({ language, common, emergency }: HomeProps) {
  return (
    <>
      <section class="hero">
        <h1>{w.title[language]}</h1>
        <p class="lead">{w.lead[language]}</p>
        <p class="actions">
          <a class="button" href="/file">
            {frameWords.file[language]}
          </a>
          <a class="button quiet" href="/complaints">
            {w.city[language]}
          </a>
        </p>
        <p class="hint">{w.minute[language]}</p>
      </section>
      <div class="pair">
        <section class="part" aria-labelledby="find">
          <h2 id="find">{w.findTitle[language]}</h2>
          <form class="find" method="get" action="/follow">
            <label for="code">{w.code[language]}</label>
            <input
              id="code"
              name="code"
              autocomplete="off"
              spellcheck={false}
              placeholder="7K3M-9QXT-4ZB2-WH5D"
              required
            />
            <button type="submit" class="quiet">
              {w.find[language]}
            </button>
          </form>
        </section>
        <section class="part" aria-labelledby="call">
          <h2 id="call">{w.call[language]}</h2>
          <ul class="dial">
            {emergency.map(({ number, name }) => (
              <li key={number}>
                <a href={`tel:${number}`}>
                  <b>{number}</b> <span>{name[language]}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section aria-labelledby="common">
        <h2 id="common">{w.common[language]}</h2>
        <ul class="tiles">
          {common.map(({ code, name, group }) => (
            <li key={code}>
              <a href={`/file?category=${code}`}>
                <b>{name[language]}</b>
                <small>{group.name[language]}</small>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** The first category of each group that is about a place and open to all. */
export function commonOf(categories: readonly Category[]): Category[] {
  const open = categories.filter(
    (one) => one.public && isOffered(one) && one.place === 'required' && one.privacy === 'NORMAL',
  );
  return open.filter(
    ({ group }, at) => open.findIndex((one) => one.group.code === group.code) === at,
  );
}
