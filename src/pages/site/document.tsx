import type { ComponentChildren } from 'preact';
import type { Visit } from './visit.js';

export interface DocumentProps {
  visit: Visit;
  title: string;
  styles: readonly string[];
  /** Addresses of the islands that the page has. */
  scripts?: readonly string[];
  /** Pages about one person's matter stay out of search engines. */
  unlisted?: boolean;
  /** What the link says that leads past the header. */
  skip: string;
  children: ComponentChildren;
}

/** The document of every page that the server writes, as its visitor wants to see it. */
export function Document(props: DocumentProps) {
  const { visit, title, styles, scripts = [], unlisted = false, skip, children } = props;
  const { language, scheme, large } = visit;
  return (
    <html lang={language} data-scheme={scheme ?? undefined} class={large ? 'large' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {unlisted && <meta name="robots" content="noindex" />}
        <title>{title}</title>
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {skip}
        </a>
        {children}
      </body>
    </html>
  );
}
