import { InvalidShape } from './errors.js';
import { ringOf } from './shapes.js';

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar, `YYYY-MM-DD`. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !DATE.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Why a value is no ring (RFC 7946, 3.1.6), or null. */
export function ringFault(value: unknown, name: string): string | null {
  try {
    ringOf(value, name);
    return null;
  } catch (error) {
    if (error instanceof InvalidShape) return error.problem;
    throw error;
  }
}
