/** As much of an OpenAPI 3.0 schema as our document uses. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  oneOf?: Schema[];
  type?: string;
  nullable?: boolean;
  enum?: unknown[];
  format?: string;
  minimum?: number;
  maximum?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
}

export interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, unknown> };
}

export interface Operation {
  summary?: string;
  security?: Record<string, string[]>[];
  parameters?: { in: string; name: string; required: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

const formats: Record<string, RegExp> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  uri: /^https?:\/\//,
};

const types: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** What of a value the schema does not say, as `path: fault`; a property that it does not name is one. */
export function faultsOf(document: Document, schema: Schema, value: unknown, at = '$'): string[] {
  if (value === null) {
    return schema.nullable || schema.enum?.includes(null) ? [] : [`${at}: null`];
  }
  if (schema.$ref) {
    const named = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    return named ? faultsOf(document, named, value, at) : [`${at}: unknown ${schema.$ref}`];
  }
  if (schema.allOf) return schema.allOf.flatMap((one) => faultsOf(document, one, value, at));
  if (schema.oneOf) {
    const fits = schema.oneOf.some((one) => faultsOf(document, one, value, at).length === 0);
    return fits ? [] : [`${at}: fits none of oneOf`];
  }
  return [...ownFaults(schema, value, at), ...innerFaults(document, schema, value, at)];
}

function ownFaults(
  { type, enum: values, format, minimum, maximum }: Schema,
  value: unknown,
  at: string,
) {
  const faults: string[] = [];
  if (!type || !types[type]?.(value)) faults.push(`${at}: ${JSON.stringify(value)} is no ${type}`);
  if (values && !values.includes(value)) faults.push(`${at}: ${JSON.stringify(value)} not in enum`);
  const pattern = format === undefined ? undefined : formats[format];
  if (pattern && !pattern.test(String(value))) faults.push(`${at}: ${String(value)} no ${format}`);
  if (typeof value === 'number' && (value < (minimum ?? value) || value > (maximum ?? value)))
    faults.push(`${at}: ${value} out of range`);
  return faults;
}

function innerFaults(document: Document, schema: Schema, value: unknown, at: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((one, index) =>
      schema.items ? faultsOf(document, schema.items, one, `${at}[${index}]`) : [`${at}: no items`],
    );
  if (typeof value !== 'object' || value === null) return [];
  const { properties = {}, required = [], additionalProperties } = schema;
  const missing = required
    .filter((name) => !(name in value))
    .map((name) => `${at}.${name}: absent`);
  const inner = Object.entries(value).flatMap(([name, one]) => {
    const known = properties[name];
    if (known) return faultsOf(document, known, one, `${at}.${name}`);
    if (typeof additionalProperties === 'object')
      return faultsOf(document, additionalProperties, one, `${at}.${name}`);
    return additionalProperties ? [] : [`${at}.${name}: not documented`];
  });
  return [...missing, ...inner];
}
