import { filled, isMailPart, paragraphsOf } from '#catalog';
import type { MailText } from '../../catalog/city-data.js';
import type { Language } from '../../platform/moment.js';
import { paragraph, type Block, type Letter } from './letter.js';
import type { FilerModel, FilerTemplate } from './model.js';

/** What a changed text may name: nothing that a person wrote, and no code that proves who somebody is. */
export const mailValues = [
  'center',
  'hotline',
  'code',
  'category',
  'agency',
  'promise',
  'replyBy',
  'confirmBy',
  'oldDate',
  'newDate',
  'document',
  'validUntil',
] as const satisfies readonly (keyof FilerModel)[];

/** Their words depend on what has happened, or warn of misuse: they stay as they were delivered. */
const kept: readonly FilerTemplate[] = ['late', 'closed', 'person_code'];

export const isChangeable = (template: FilerTemplate): boolean => !kept.includes(template);

const partOf = { facts: 'facts', quote: 'quotes', link: 'link' } as const;

/** A letter as text with its parts named, as people change it. */
export function asText({ subject, blocks }: Letter): { subject: string; text: string } {
  const parts = blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : `{${partOf[block.kind]}}`,
  );
  return { subject, text: parts.filter((one, at) => parts.indexOf(one) === at).join('\n\n') };
}

/** The letter in the words that the city has given it; as delivered where a value that they name is not known. */
export function inOwnWords(
  letter: Letter,
  changed: MailText | undefined,
  model: FilerModel,
  language: Language,
): Letter {
  if (!changed) return letter;
  const values = new Map(mailValues.map((name) => [name as string, model[name]]));
  const subject = filled(changed.subject[language], values);
  const blocks = paragraphsOf(changed.text[language]).map((written): Block[] | null => {
    const part = /^\{([a-z]+)\}$/.exec(written)?.[1] ?? '';
    if (isMailPart(part))
      return letter.blocks.filter(
        (block) => block.kind !== 'paragraph' && partOf[block.kind] === part,
      );
    const text = filled(written, values);
    return text === null ? null : [paragraph(text)];
  });
  if (subject === null || blocks.includes(null)) return letter;
  return { subject, blocks: blocks.flatMap((some) => some ?? []) };
}
