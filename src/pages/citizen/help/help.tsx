import type { CityCard } from '../../../catalog/city-data.js';
import type { Language } from '../../../platform/moment.js';
import { helpWords as w, topics, type Topic } from './topics.js';

const dial = (number: string) => `tel:${number.replaceAll(' ', '')}`;

export function Help({ card, language }: { card: CityCard; language: Language }) {
  return (
    <div class="help">
      <h1>{w.title[language]}</h1>
      <p class="lead">{w.lead[language]}</p>
      <ul class="topics">
        {topics.map(({ path, title, lead }) => (
          <li key={path}>
            <a href={`/help/${path}`}>{title[language]}</a>
            <div>{lead[language]}</div>
          </li>
        ))}
      </ul>
      <h2 id="emergency">{w.emergency[language]}</h2>
      <ul>
        {card.emergency.map(({ number, name }) => (
          <li key={number}>
            <a href={dial(number)}>{number}</a> {name[language]}
          </li>
        ))}
      </ul>
      <p>
        {w.hotline[language]}: <a href={dial(card.hotline)}>{card.hotline}</a>
      </p>
    </div>
  );
}

export function HelpTopic({ topic, language }: { topic: Topic; language: Language }) {
  return (
    <article class="help">
      <p>
        <a href="/help">{w.all[language]}</a>
      </p>
      <h1>{topic.title[language]}</h1>
      <p class="lead">{topic.lead[language]}</p>
      {topic.parts.map(({ title, lines }) => (
        <section key={title.vi}>
          <h2>{title[language]}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line.vi}>{line[language]}</li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
