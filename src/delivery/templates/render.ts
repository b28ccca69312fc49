import { clean, headerLine, oneLine } from './clean.js';
import { escapeHtml } from '../../platform/html.js';
import type { Block, Letter } from './letter.js';
import type { Language } from '../../platform/moment.js';

/** A mail's subject and its two bodies, which say the same. */
export interface Written {
  subject: string;
  text: string;
  html: string;
}

/** The stylesheet of every mail; fixed, so that a page that shows a mail can put a file in its place. */
export const mailStyle =
  'body{margin:0;padding:16px;background:#f4f5f7;color:#1c2733;font:16px/1.55 system-ui,"Segoe UI",Roboto,Arial,sans-serif}' +
  'main{max-width:600px;margin:0 auto;padding:24px;background:#fff;border-top:4px solid #a61b1b;border-radius:6px}' +
  'h1{margin:0 0 16px;font-size:20px;line-height:1.3}p{margin:0 0 14px}' +
  'table{width:100%;margin:0 0 16px;border-collapse:collapse}' +
  'th,td{padding:7px 0;border-bottom:1px solid #e3e6ea;text-align:left;vertical-align:top}' +
  'th{width:40%;padding-right:12px;color:#5a6672;font-weight:normal}' +
  'blockquote{margin:0 0 16px;padding:10px 14px;background:#f4f5f7;border-left:4px solid #c9a227}' +
  'a{color:#a61b1b}footer{margin-top:20px;color:#5a6672;font-size:14px}';

const lines = (text: string) => clean(text).split('\n');

function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return clean(block.text);
    case 'facts':
      return block.facts.map(([label, value]) => `${label}: ${oneLine(value)}`).join('\n');
    case 'quote':
      return [`${block.title}:`, ...lines(block.text).map((line) => `> ${line}`)].join('\n');
    case 'link':
      return `${oneLine(block.label)}: ${block.url}`;
  }
}

const html = (text: string) => lines(text).map(escapeHtml).join('<br>');

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${html(block.text)}</p>`;
    case 'facts': {
      const rows = block.facts.map(
        ([label, value]) =>
          `<tr><th>${escapeHtml(label)}</th><td>${escapeHtml(oneLine(value))}</td></tr>`,
      );
      return `<table>${rows.join('')}</table>`;
    }
    case 'quote':
      return `<p>${escapeHtml(block.title)}:</p><blockquote dir="auto">${html(block.text)}</blockquote>`;
    case 'link':
      return `<p>${escapeHtml(oneLine(block.label))}: <a href="${escapeHtml(block.url)}">${escapeHtml(block.url)}</a></p>`;
  }
}

/** Writes a letter as text and as HTML from the same blocks, with its foot under both. */
export function render({ subject, blocks }: Letter, foot: string, language: Language): Written {
  const title = oneLine(subject);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${mailStyle}</style>`;
  const body = `<h1>${escapeHtml(title)}</h1>${blocks.map(htmlOf).join('')}<footer>${html(foot)}</footer>`;
  return {
    subject: headerLine(subject),
    text: `${[...blocks.map(textOf), `-- \n${clean(foot)}`].join('\n\n')}\n`,
    html: `<!doctype html><html lang="${language}"><head>${head}</head><body><main>${body}</main></body></html>`,
  };
}
