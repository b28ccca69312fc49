import { cleanText } from '../../platform/http/fields.js';

/** JSON whose texts and names can be kept. */
export function cleanJson(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanJson);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [cleanText(key), cleanJson(one)]),
  );
}
