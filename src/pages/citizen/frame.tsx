import type { ComponentChildren } from 'preact';
import type { Words } from '#lifecycle';
import type { CityCard } from '../../catalog/city-data.js';
import { Document } from '../site/document.js';
import type { Visit } from '../site/visit.js';
import { frameWords as w } from './words.js';

export interface FrameProps {
  visit: Visit;
  card: CityCard;
  title: string;
  styles: readonly string[];
  /** Addresses of the islands that the page has. */
  scripts?: readonly string[];
  /** The place in the menu. */
  here?: 'file' | 'follow' | 'city' | 'help';
  /** Pages about one person's matter stay out of search engines. */
  unlisted?: boolean;
  children: ComponentChildren;
}

const menu = [
  ['file', '/file'],
  ['follow', '/follow'],
  ['city', '/complaints'],
  ['help', '/help'],
] as const;

/** What has no place in the one line of a phone and is folded there. */
const folded: readonly string[] = ['city', 'help'];

const wish = (what: string, { at }: Visit) =>
  `/preferences?${what}&to=${encodeURIComponent(at.replace(/([?&])lang=\w+&?/, '$1').replace(/[?&]$/, ''))}`;

const dial = (number: string) => `tel:${number.replaceAll(' ', '')}`;

/** What stands around a page of citizens. */
export function Frame(props: FrameProps) {
  const { visit, card, title, styles, scripts = [], here, unlisted = false, children } = props;
  const { language } = visit;
  const say = (words: Words) => words[language];
  return (
    <Document
      visit={visit}
      title={`${title} · ${say(card.name)}`}
      styles={styles}
      scripts={scripts}
      unlisted={unlisted}
      skip={say(w.skip)}
    >
      <header class="site">
        <a class="brand" href="/">
          <b>Đầu Mối</b>
          <span>{say(card.name)}</span>
        </a>
        <nav aria-label={say(w.menu)}>
          {menu.map(([name, href]) => (
            <a
              key={name}
              href={href}
              class={folded.includes(name) ? 'wide' : undefined}
              aria-current={here === name ? 'page' : undefined}
            >
              {say(w[name])}
            </a>
          ))}
        </nav>
        <More visit={visit} here={here} />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="site">
        <p>
          {say(card.center.name)}. {say(w.hotline)} <a href={dial(card.hotline)}>{card.hotline}</a>
        </p>
        <p>
          {say(w.emergency)}:{' '}
          {card.emergency.map(({ number, name }) => (
            <a key={number} href={dial(number)}>
              {number} <small>{say(name)}</small>
            </a>
          ))}
        </p>
        <p>
          <a href="/sign-in">{say(w.staff)}</a>
        </p>
      </footer>
    </Document>
  );
}

/** The rest of the menu on phones, language and display: folded, without a script. */
function More({ visit, here }: Pick<FrameProps, 'visit' | 'here'>) {
  const { language, scheme, large } = visit;
  const say = (words: Words) => words[language];
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <details class="more">
      <summary>
        <span class="narrow">{say(w.more)}</span>
        <span class="wide">{say(w.display)}</span>
      </summary>
      <ul>
        {menu
          .filter(([name]) => folded.includes(name))
          .map(([name, href]) => (
            <li key={name} class="narrow">
              <a href={href} aria-current={here === name ? 'page' : undefined}>
                {say(w[name])}
              </a>
            </li>
          ))}
        <li>
          <a href={wish(`lang=${other}`, visit)} lang={other} hreflang={other}>
            {say(w.other)}
          </a>
        </li>
        <li>
          <a href={wish(`large=${large ? 'off' : 'on'}`, visit)}>
            {say(large ? w.usual : w.larger)}
          </a>
        </li>
        <li>
          <a href={wish(`scheme=${scheme === 'dark' ? 'light' : 'dark'}`, visit)}>
            {say(scheme === 'dark' ? w.light : w.dark)}
          </a>
        </li>
      </ul>
    </details>
  );
}
