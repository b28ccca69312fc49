import type { Document, Operation, Schema } from './schema.js';

const texts: Record<string, string> = {
  date: '2026-03-10',
  uuid: '018f0000-0000-7000-8000-000000000000',
  email: 'an@example.vn',
  'date-time': '2026-03-09T02:00:00.000Z',
};

/** A smallest value that a schema admits; `named` gives what the schema cannot know, by property. */
export function sampleOf(
  document: Document,
  schema: Schema,
  named: Record<string, unknown> = {},
): unknown {
  if (schema.$ref) {
    const found = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    return found ? sampleOf(document, found, named) : null;
  }
  const [first] = schema.oneOf ?? schema.allOf ?? [];
  if (first) return sampleOf(document, first, named);
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'object') {
    const { properties = {}, required = [] } = schema;
    return Object.fromEntries(
      required.map((name) => [
        name,
        name in named ? named[name] : sampleOf(document, properties[name] ?? {}, named),
      ]),
    );
  }
  if (schema.type === 'array') return schema.items ? [sampleOf(document, schema.items, named)] : [];
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  return texts[schema.format ?? ''] ?? 'Một đoạn chữ đủ dài để được nhận.';
}

/** The JSON body of an operation, or null when it takes none. */
export function bodySchemaOf({ requestBody }: Operation): Schema | null {
  return requestBody?.content['application/json']?.schema ?? null;
}
