import { identityFields } from '#lifecycle';
import type { UseRight } from '../../../intake/person/rights.dto.js';
import type { FieldError } from '../../../platform/errors/domain-error.js';
import type { Problem } from '../../../platform/errors/problem.js';
import { TextField, WordField } from '../../../platform/http/fields.js';
import type { Typed } from '../parts/fields.js';
import { plainContact } from '../parts/plain-contact.js';
import { askables, rightsWords as w, type Askable } from './words.js';

/** What is wished for, and where the code is to go. */
export class AskCode {
  @WordField(askables)
  right: Askable;

  @TextField({ max: 200 })
  contact: string;
}

/** The fields of the page as the interface takes them; an empty field says nothing. */
export function usedBy(typed: Typed): object {
  const said = (name: string) => typed.get(name)?.trim() || undefined;
  const asked = said('right');
  const changes = identityFields.flatMap((name) => {
    const value = said(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const used: { [Field in keyof UseRight]?: unknown } = {
    right: asked === 'lift' ? 'restrict' : asked,
    // Mails group the digits, and so do people.
    proof: said('proof')?.replaceAll(/\s/g, ''),
    text: said('text'),
  };
  if (asked === 'lift') used.on = false;
  if (asked === 'correct') used.changes = Object.fromEntries(changes);
  return used;
}

const plain: Record<string, { vi: string; en: string }> = {
  ...plainContact,
  proof: w.digits,
  right: w.choose,
};

function plainError(error: FieldError): FieldError {
  const field = error.field.replace(/^changes\./, '');
  if (field === 'changes') return { ...error, field: identityFields[0], ...w.noChange };
  return { ...error, field, ...plain[field] };
}

/** What is wrong, at the fields of the page and in words that say how to mend it. */
export const plainProblem = (wrong: Problem): Problem => ({
  ...wrong,
  ...(wrong.errors && { errors: wrong.errors.map(plainError) }),
});
