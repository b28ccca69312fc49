import type { PublishedComplaint } from '../../../complaints/dto/published.dto.js';
import { Moment, type Written } from '../parts/moment.js';
import { statusOf } from './items.js';
import { MapBox } from './list.js';
import { storyOf } from './story.js';
import { publishedWords as w, storyWords } from './words.js';

type Props = Written & { one: PublishedComplaint; now: Date };

/** A published complaint: what anybody may know of it. */
export function PublishedDetail({ one, now, language, timeZone }: Props) {
  const moment = (at: string) => <Moment at={at} language={language} timeZone={timeZone} />;
  const { lat, lon } = one;
  const rows = [
    [w.lead_, one.lead?.[language]],
    [w.ward, one.ward?.[language]],
  ] as const;
  return (
    <div class="published follow">
      <p>
        <a href="/complaints">{w.back[language]}</a>
      </p>
      <h1>{one.category?.[language] ?? w.unsorted[language]}</h1>
      <div class="columns">
        <div>
          <div class="card">
            <h2 class={`status status-${one.status}`}>{statusOf(one)[language]}</h2>
            {one.text === null ? (
              <p class="hint">{w.unread[language]}</p>
            ) : (
              <blockquote>{one.text}</blockquote>
            )}
            <dl class="facts">
              {rows
                .filter(([, value]) => value)
                .map(([name, value]) => (
                  <div key={name.vi}>
                    <dt>{name[language]}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
            </dl>
          </div>
          {lat !== null && lon !== null && (
            <div data-lat={lat} data-lon={lon} class="one-place">
              <h2>{w.near[language]}</h2>
              <p class="hint">
                {lat}, {lon}
              </p>
              <MapBox query="" language={language} />
            </div>
          )}
        </div>
        <section class="card" aria-labelledby="story-title">
          <h2 id="story-title">{storyWords.title[language]}</h2>
          <ol class="story">
            {storyOf(one, now).map(({ words, at, note }) => (
              <li key={words.vi} class="step">
                <b>{words[language]}</b>
                {moment(at)}
                {note && <span>{note[language]}</span>}
              </li>
            ))}
          </ol>
          <p class="hint">{storyWords.private[language]}</p>
        </section>
      </div>
    </div>
  );
}
