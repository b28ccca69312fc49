import { Refusal, type RefusalCode } from '#lifecycle';
import { HttpException } from '@nestjs/common';
import { DomainError, type FieldError } from './domain-error.js';
import { errorTable, type ErrorCode } from './error-table.js';
import { refusals } from './refusal-table.js';

/** An RFC 9457 problem document with a stable `code`, in Vietnamese and English. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: { vi: string; en: string };
  errors?: FieldError[];
  /** Seconds; goes into the header of that name too. */
  retryAfter?: number;
  [extra: string]: unknown;
}

export function problem(
  code: ErrorCode,
  errors: FieldError[] = [],
  extra: Record<string, unknown> = {},
): Problem {
  const { status, vi, en } = errorTable[code];
  return {
    type: `urn:dau-moi:problem:${code}`,
    title: en,
    status,
    code,
    detail: { vi, en },
    ...(errors.length > 0 && { errors }),
    ...extra,
  };
}

// SQLSTATE classes 08 (connection), 53 (resources), 57P (shutdown, crash), and a timed-out statement or lock.
const unavailableStates = /^(08|53|57P|57014|55P03|25P03)/;
const unavailableErrors = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|ENOSPC)$/;
const unavailableWords =
  /timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|not queryable|already released/i;

function isUnavailable(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const text = typeof code === 'string' ? code : '';
  return (
    unavailableStates.test(text) ||
    unavailableErrors.test(text) ||
    unavailableWords.test(typeof message === 'string' ? message : '')
  );
}

/** What the database refuses by name, told as what it means. */
const constraintCodes: Record<string, ErrorCode> = {
  complaint_officer_works: 'officer.not_available',
  staff_holds_matters: 'staff.holds_matters',
  staff_last_head: 'staff.last_head',
  stand_in_circle: 'stand_in.circle',
  stand_in_colleagues: 'stand_in.not_colleagues',
  stand_in_overlap: 'stand_in.overlap',
};

function refusedByDatabase(error: unknown): ErrorCode | undefined {
  const { constraint } = (error ?? {}) as { constraint?: unknown };
  return typeof constraint === 'string' ? constraintCodes[constraint] : undefined;
}

const httpCodes: Record<number, ErrorCode> = {
  400: 'request.malformed',
  401: 'session.required',
  403: 'caller.forbidden',
  404: 'not_found',
  413: 'request.too_large',
  415: 'request.unsupported_type',
};

function atField(code: RefusalCode): FieldError[] {
  const { field, vi, en } = refusals[code];
  return field === undefined ? [] : [{ field, code, vi, en }];
}

/** The problem that an error is told as. Whatever is not expected says nothing of its inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) return problem(error.code, error.errors, error.extra);
  if (error instanceof Refusal)
    return problem(error.code, atField(error.code), {
      present: error.status,
      command: error.command,
    });
  const refused = refusedByDatabase(error);
  if (refused) return problem(refused);
  if (isUnavailable(error)) return problem('service.unavailable');
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: number } | null)?.statusCode;
  return problem(httpCodes[status ?? 500] ?? 'service.failed');
}

/** Seconds after which it is worth asking again; undefined where that is not known. */
export const retryAfterOf = ({ status, retryAfter }: Problem): number | undefined =>
  retryAfter ?? (status === 503 ? 5 : undefined);
