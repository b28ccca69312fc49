import { fault, unless, type CatalogFault } from './fault.js';
import { choiceFaults, entriesOf, isFields, isText, wordsFaults, type Fields } from './readable.js';
import { placeholdersIn } from './placeholders.js';

/** What pages put into a reply. */
export const replyPlaceholders = ['category', 'ward', 'agency', 'due', 'hotline'] as const;

const CODE = /^[a-z0-9][a-z0-9-]{0,59}$/;

interface Known {
  commands: readonly string[];
  reasons: readonly string[];
}

/** What keeps a value from being the texts that replies begin with. */
export function replyFaults(value: unknown, known: Known): CatalogFault[] {
  const { entries, faults } = entriesOf(value, CODE);
  return [...faults, ...entries.flatMap((one) => ofReply(one, known))];
}

function ofReply(one: Fields & { code: string }, { commands, reasons }: Known): CatalogFault[] {
  const { code, command, reason, title, text } = one;
  return [
    ...choiceFaults(`${code}.command`, command, commands),
    ...(reason === undefined ? [] : choiceFaults(`${code}.reason`, reason, reasons)),
    ...wordsFaults(`${code}.title`, title),
    ...wordsFaults(`${code}.text`, text),
    ...(['vi', 'en'] as const).flatMap((language) => {
      const written = isFields(text) && isText(text[language]) ? text[language] : '';
      return placeholdersIn(written)
        .filter((name) => !replyPlaceholders.some((other) => other === name))
        .map((name) =>
          fault(
            `${code}.text.${language}`,
            'unknown-placeholder',
            `Không có chỗ điền {${name}}; có: ${replyPlaceholders.join(', ')}.`,
            `There is no {${name}}; there are: ${replyPlaceholders.join(', ')}.`,
          ),
        );
    }),
    ...sameInBoth(code, text),
  ];
}

/** What one language tells the other tells too. */
function sameInBoth(code: string, text: unknown): CatalogFault[] {
  if (!isFields(text) || !isText(text.vi) || !isText(text.en)) return [];
  const [vi, en] = [placeholdersIn(text.vi), placeholdersIn(text.en)];
  const missing = vi.filter((name) => !en.includes(name));
  const more = en.filter((name) => !vi.includes(name));
  return [
    ...unless(
      missing.length === 0,
      `${code}.text.en`,
      'placeholder-missing',
      `Phần tiếng Anh thiếu {${missing.join('}, {')}}.`,
      `The English text lacks {${missing.join('}, {')}}.`,
    ),
    ...unless(
      more.length === 0,
      `${code}.text.vi`,
      'placeholder-missing',
      `Phần tiếng Việt thiếu {${more.join('}, {')}}.`,
      `The Vietnamese text lacks {${more.join('}, {')}}.`,
    ),
  ];
}
