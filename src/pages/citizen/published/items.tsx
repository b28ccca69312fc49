import type { PublishedComplaint } from '../../../complaints/dto/published.dto.js';
import { statusWords } from '../../../complaints/words.js';
import { Moment, type Written } from '../parts/moment.js';
import { publicStatus, publishedWords as w } from './words.js';

const SHORT = 160;

const shortened = (text: string) => {
  const signs = [...text];
  return signs.length > SHORT ? `${signs.slice(0, SHORT).join('')}…` : text;
};

export const statusOf = ({ status }: Pick<PublishedComplaint, 'status'>) =>
  publicStatus[status] ?? statusWords[status];

/** Published complaints as a list; each leads to its page. */
export function Items({ items, language, timeZone }: Written & { items: PublishedComplaint[] }) {
  if (items.length === 0) return <p>{w.none[language]}</p>;
  return (
    <ol class="items">
      {items.map((one) => (
        <li key={one.id} class="card item">
          <h3>
            <a href={`/complaints/${one.id}`}>{one.category?.[language] ?? w.unsorted[language]}</a>
          </h3>
          <p class={`status status-${one.status}`}>{statusOf(one)[language]}</p>
          <p class={one.text === null ? 'hint' : undefined}>
            {one.text === null ? w.unread[language] : shortened(one.text)}
          </p>
          <p class="hint">
            {[one.ward?.[language], one.lead?.[language]].filter(Boolean).join(' · ')}
            {' · '}
            <Moment at={one.filedAt} language={language} timeZone={timeZone} />
          </p>
        </li>
      ))}
    </ol>
  );
}
