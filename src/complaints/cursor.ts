import { fieldError } from '../platform/errors/domain-error.js';

/** Where a page ended: the instant it is ordered by, and the id. */
export interface Cursor {
  at: string;
  id: string;
}

/** The id of a page that goes by a number. */
export const numbered = /^\d{1,18}$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const instant = /^[12]\d{3}-/;

export const encodeCursor = (cursor: Cursor) =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** @throws request.invalid for whatever is no cursor of ours */
export function decodeCursor(after: string, form = uuid): Cursor {
  try {
    const { at, id } = JSON.parse(Buffer.from(after, 'base64url').toString()) as Cursor;
    if (form.test(id) && instant.test(at) && new Date(at).toISOString() === at) return { at, id };
  } catch {
    // Falls through to the one refusal.
  }
  throw fieldError('after', 'unknown_cursor', 'Vị trí trang không đúng.', 'Not a page cursor.');
}
