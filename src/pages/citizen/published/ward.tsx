import type { Area, Agency } from '../../../catalog/city-data.js';
import type { Figures } from '../../../complaints/public-figures.js';
import type { PublishedPage } from '../../../complaints/dto/published.dto.js';
import type { Written } from '../parts/moment.js';
import { Summary } from './figures.js';
import { Items } from './items.js';
import { listPath } from './list.js';
import { publishedWords as w } from './words.js';

interface Props extends Written {
  area: Area;
  agencies: Agency[];
  figures: Figures;
  page: PublishedPage;
}

/** A ward: who answers for it, its numbers and its complaints. */
export function WardPage({ area, agencies, figures, page, language, timeZone }: Props) {
  return (
    <div class="published">
      <h1>{area.name[language]}</h1>
      {agencies.length > 0 && (
        <section class="card">
          <h2>{w.responsible[language]}</h2>
          <ul>
            {agencies.map(({ code, name, head }) => (
              <li key={code}>
                {name[language]} <small class="hint">({head.title[language]})</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Summary figures={figures} language={language} />
      <h2>{w.ofWard[language]}</h2>
      <Items items={page.items} language={language} timeZone={timeZone} />
      <p class="pager">
        <a href={listPath({ ward: area.code }, page.next ?? undefined)}>
          {(page.next ? w.more : w.map)[language]}
        </a>
      </p>
    </div>
  );
}
