import type { KeptMailRow } from './kept-mail.entity.js';
import { escapeHtml as e } from '../platform/html.js';
import { writeMoment } from '../platform/moment.js';
import { mailStyle } from './templates/render.js';

export const pageStyle = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1c2733;--soft:#5a6672;--line:#e0e4e9;--back:#f3f4f6;--red:#a61b1b}
@media (prefers-color-scheme:dark){:root{--paper:#1b2128;--ink:#e8ecf0;--soft:#a4afba;--line:#323b45;--back:#12171c;--red:#ff8f86}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif}
header,main{max-width:760px;margin:0 auto;padding:16px}
h1{margin:8px 0 4px;font-size:1.5rem;line-height:1.25;overflow-wrap:anywhere}
a{color:var(--red)}
small,dt,[lang=en]{color:var(--soft)}
ol{margin:0;padding:0;list-style:none;background:var(--paper);border:1px solid var(--line);border-radius:10px;overflow:hidden}
li+li{border-top:1px solid var(--line)}
li a{display:block;padding:12px 16px;color:inherit;text-decoration:none}
li a:hover,li a:focus-visible{background:var(--back)}
li b{display:block;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:auto 1fr;gap:4px 14px;margin:12px 0}
dd{margin:0;overflow-wrap:anywhere}
h2{margin:24px 0 8px;font-size:1.05rem}
iframe{width:100%;height:70vh;min-height:380px;border:1px solid var(--line);border-radius:10px;background:#fff}
pre{margin:0;padding:16px;background:var(--paper);border:1px solid var(--line);border-radius:10px;white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.5 ui-monospace,Consolas,monospace}
nav{margin:16px 0}`;

function page(title: string, head: string, main: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${e(title)}</title><link rel="stylesheet" href="/demo/mailbox/page.css"></head><body><header>${head}</header><main>${main}</main></body></html>`;
}

const english = (text: string) => `<span lang="en">${text}</span>`;

/** The list, newest first; `older` is the id that the next page begins beneath. */
export function listPage(
  mails: readonly KeptMailRow[],
  older: string | null,
  timeZone: string,
): string {
  const items = mails.map(
    ({ id, subject, to, sentAt }) =>
      `<li><a href="/demo/mailbox/${e(id)}"><b>${e(subject)}</b><small>${e(to)} · ${e(writeMoment(sentAt, 'vi', timeZone))}</small></a></li>`,
  );
  const list = items.length
    ? `<ol>${items.join('')}</ol>`
    : `<p>Chưa có thư nào. ${english('No mail yet.')}</p>`;
  const more = older
    ? `<nav><a href="/demo/mailbox?before=${e(older)}">Thư cũ hơn ${english('Older mail')}</a></nav>`
    : '';
  return page(
    'Hộp thư thử',
    `<h1>Hộp thư thử</h1><p>Bản dùng thử giữ thư ở đây thay vì gửi đi.<br>${english('The demo keeps its mail here instead of sending it.')}</p>`,
    list + more,
  );
}

/** The text with its links into this program made clickable; all else stays text. */
function linked(text: string, publicUrl: string): string {
  const start = e(`${publicUrl}/`).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return e(text).replaceAll(
    new RegExp(`${start}[\\w/-]+`, 'g'),
    (url) => `<a href="${url}" rel="noreferrer">${url}</a>`,
  );
}

/** The mail with its stylesheet as a file: no page of ours has a style in it. */
const shown = (html: string) =>
  html.replace(
    `<style>${mailStyle}</style>`,
    '<link rel="stylesheet" href="/demo/mailbox/mail.css">',
  );

/** One mail: as a mail program shows it, in a frame without any right, and as text. */
export function mailPage(
  { to, subject, text, html, messageId, sentAt }: KeptMailRow,
  timeZone: string,
  publicUrl: string,
): string {
  const facts = [
    ['Đến', 'To', to],
    ['Lúc', 'At', writeMoment(sentAt, 'vi', timeZone)],
    ['Message-ID', '', messageId],
  ] as const;
  const rows = facts.map(([vi, en, value]) => `<dt>${vi} ${english(en)}</dt><dd>${e(value)}</dd>`);
  return page(
    subject,
    `<nav><a href="/demo/mailbox">Hộp thư thử ${english('Mailbox')}</a></nav><h1>${e(subject)}</h1><dl>${rows.join('')}</dl>`,
    `<h2>Như trong hộp thư ${english('As a mail program shows it')}</h2><iframe sandbox="" title="${e(subject)}" srcdoc="${e(shown(html))}"></iframe>` +
      `<h2>Dạng văn bản ${english('As text')}</h2><pre>${linked(text, publicUrl)}</pre>`,
  );
}
