import type { ErrorCode } from './error-table.js';

/** One wrong field of a request: its path and what is wrong with it. */
export interface FieldError {
  field: string;
  code: string;
  vi: string;
  en: string;
}

/** An expected failure by its code; the transport maps it. `extra` joins the answer as it is. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    readonly errors: FieldError[] = [],
    readonly extra: Record<string, unknown> = {},
  ) {
    super(code);
  }
}

/** A request refused for one field. */
export function fieldError(field: string, code: string, vi: string, en: string): DomainError {
  return new DomainError('request.invalid', [{ field, code, vi, en }]);
}
