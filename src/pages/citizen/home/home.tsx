import type { Language } from '../../../platform/moment.js';
import { frameWords, homeWords as w } from '../words.js';

/** The first page: to file, or to see how far it is. */
export function Home({ language }: { language: Language }) {
  return (
    <>
      <h1>{w.title[language]}</h1>
      <p class="lead">{w.lead[language]}</p>
      <p>
        <a class="button" href="/file">
          {frameWords.file[language]}
        </a>
      </p>
      <form class="find" method="get" action="/follow">
        <label for="code">{w.code[language]}</label>
        <input id="code" name="code" autocomplete="off" spellcheck={false} required />
        <button type="submit">{w.find[language]}</button>
      </form>
    </>
  );
}
