import type { RightUsed } from '../../../intake/person/rights.dto.js';
import { pathOf } from '../following/shown.js';
import { Moment, type Written } from '../parts/moment.js';
import { askableWords, rightsWords as w, type Askable } from './words.js';

type Props = Written & { right: Askable; used: RightUsed };

/** What came of it: done, and a request of its own that can be followed. */
export function Done({ right, used, language, timeZone }: Props) {
  const { code, promise } = used.request;
  return (
    <section class="card" aria-labelledby="done-title">
      <h2 id="done-title" data-focus tabIndex={-1}>
        {askableWords[right].done[language]}
      </h2>
      <p>
        {w.requestCode[language]} <b class="code">{code}</b>
      </p>
      <p>
        {w.requestWhy[language]}{' '}
        <b>
          <Moment at={promise.dueAt} language={language} timeZone={timeZone} />
        </b>
        .
      </p>
      <p class="no-print">
        <a href={pathOf(code, language)}>{w.followRequest[language]}</a>
      </p>
    </section>
  );
}
