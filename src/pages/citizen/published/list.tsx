import type { ComponentChildren } from 'preact';
import { statuses } from '#lifecycle';
import type { City } from '../../../catalog/city.js';
import type { PublicIncident } from '../../../complaints/dto/public-incidents.dto.js';
import type { PublishedPage } from '../../../complaints/dto/published.dto.js';
import type { Language } from '../../../platform/moment.js';
import { Moment, type Written } from '../parts/moment.js';
import type { PublishedFilter } from './filter.dto.js';
import { Items, statusOf } from './items.js';
import { publishedWords as w } from './words.js';

interface Props extends Written {
  city: City;
  filter: PublishedFilter;
  page: PublishedPage;
  incidents: PublicIncident[];
}

/** The address of the list with its filters, and with others beside them. */
export function listPath({ category, ward, status }: PublishedFilter, after?: string): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({ category, ward, status, after }))
    if (value) asked.set(name, value);
  const query = asked.toString();
  return query ? `/complaints?${query}` : '/complaints';
}

function Filters({ city, filter, language }: Pick<Props, 'city' | 'filter' | 'language'>) {
  const { categories, areas } = city.data;
  const open = categories.filter((one) => one.public && !one.internal);
  const groups = [...new Map(open.map(({ group }) => [group.code, group])).values()];
  const wards = areas
    .filter(({ kind, validTo }) => kind !== 'city' && validTo === null)
    .toSorted((a, b) => a.name[language].localeCompare(b.name[language], language));
  return (
    <form class="filters" method="get" action="/complaints">
      <Choose name="category" label={w.category[language]} language={language}>
        {groups.map((group) => (
          <optgroup key={group.code} label={group.name[language]}>
            {open
              .filter((one) => one.group.code === group.code)
              .map(({ code, name }) => (
                <option key={code} value={code} selected={code === filter.category}>
                  {name[language]}
                </option>
              ))}
          </optgroup>
        ))}
      </Choose>
      <Choose name="ward" label={w.ward[language]} language={language}>
        {wards.map(({ code, name }) => (
          <option key={code} value={code} selected={code === filter.ward}>
            {name[language]}
          </option>
        ))}
      </Choose>
      <Choose name="status" label={w.status[language]} language={language}>
        {statuses.map((status) => (
          <option key={status} value={status} selected={status === filter.status}>
            {statusOf({ status })[language]}
          </option>
        ))}
      </Choose>
      <button type="submit">{w.show[language]}</button>
    </form>
  );
}

function Choose(props: {
  name: string;
  label: string;
  language: Language;
  children: ComponentChildren;
}) {
  const { name, label, language, children } = props;
  return (
    <div>
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        <option value="">{w.all[language]}</option>
        {children}
      </select>
    </div>
  );
}

function Banners({ incidents, language, timeZone }: Written & { incidents: PublicIncident[] }) {
  if (incidents.length === 0) return null;
  return (
    <section class="card incidents" aria-labelledby="now-many">
      <h2 id="now-many">{w.now[language]}</h2>
      <ul>
        {incidents.map(({ id, title, areas, since, reporters, standingAnswer }) => (
          <li key={id}>
            <b>{title}</b> · {reporters} {w.people[language]}, {w.since[language]}{' '}
            <Moment at={since} language={language} timeZone={timeZone} />
            {areas.length > 0 && ` · ${areas.map((area) => area[language]).join(', ')}`}
            {standingAnswer && <p>{standingAnswer}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The map's place; the island draws it, and without script there is the list alone. */
export const MapBox = ({ query, language }: { query: string; language: Language }) => (
  <section
    class="city-map"
    aria-label={w.mapAbout[language]}
    data-map={query}
    data-lang={language}
    hidden
  />
);

/** What people have reported, as a list and on a map. */
export function PublishedList({ city, filter, page, incidents, language, timeZone }: Props) {
  const written = { language, timeZone };
  const query = listPath(filter).split('?')[1] ?? '';
  return (
    <div class="published">
      <h1>{w.title[language]}</h1>
      <p class="lead">{w.lead[language]}</p>
      <Banners incidents={incidents} {...written} />
      <Filters city={city} filter={filter} language={language} />
      <div class="beside">
        <MapBox query={query} language={language} />
        <section aria-labelledby="list-title">
          <h2 id="list-title">{w.list[language]}</h2>
          <Items items={page.items} {...written} />
          <p class="pager">
            {page.next && (
              <a class="button" href={listPath(filter, page.next)} rel="next">
                {w.more[language]}
              </a>
            )}
            {filter.after && <a href={listPath(filter)}>{w.first[language]}</a>}
            {filter.ward && <a href={`/wards/${filter.ward}`}>{w.wardPage[language]}</a>}
            <a href="/figures">{w.figures[language]}</a>
          </p>
        </section>
      </div>
    </div>
  );
}
