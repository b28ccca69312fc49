import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsISO8601,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { nfc } from '#vietnamese';

// Half of a surrogate pair is no character, and PostgreSQL's jsonb refuses it.
const halves = /\p{Cs}/gu;

/** A text as it is kept: NFC, without what cannot be seen or stored, without surrounding blanks. */
export const cleanText = (text: string) => nfc(text.replace(halves, '')).trim();

const asText = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? cleanText(value) : value,
);

/** May be absent; null is read as absent. */
export const Optional = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => value ?? undefined),
    IsOptional(),
  );

interface TextOptions {
  min?: number;
  max: number;
  optional?: boolean;
  description?: string;
  example?: string;
}

/** A free text in NFC without surrounding blanks, of `min` (1) to `max` characters. */
export function TextField({ min = 1, max, optional = false, ...docs }: TextOptions) {
  return applyDecorators(
    ApiProperty({ ...docs, type: String, minLength: min, maxLength: max, required: !optional }),
    ...(optional ? [Optional()] : []),
    asText,
    IsString(),
    Length(min, max),
  );
}

/** One of a list of words. */
export function WordField(
  values: readonly string[],
  options: { optional?: boolean; description?: string } = {},
) {
  const { optional = false, description } = options;
  return applyDecorators(
    ApiProperty({ enum: [...values], required: !optional, ...(description && { description }) }),
    ...(optional ? [Optional()] : []),
    IsIn(values),
  );
}

/** A code of the catalogue: letters, digits and dashes. */
export function CodeField(
  options: {
    optional?: boolean;
    /** Null is kept, and says something else than absence. */
    nullable?: boolean;
    example?: string;
    description?: string;
  } = {},
) {
  const { optional = false, nullable = false, ...docs } = options;
  const required = !optional && !nullable;
  return applyDecorators(
    ApiProperty({ ...docs, type: String, required, ...(nullable && { nullable }) }),
    ...(optional ? [Optional()] : []),
    ...(nullable ? [IsOptional()] : []),
    IsString(),
    Matches(/^[A-Za-z0-9-]{1,40}$/),
  );
}

/** An instant with its zone, as RFC 3339 writes it. */
export function InstantField(options: { optional?: boolean; description?: string } = {}) {
  const { optional = false, ...docs } = options;
  return applyDecorators(
    ApiProperty({ ...docs, type: String, format: 'date-time', required: !optional }),
    ...(optional ? [Optional()] : []),
    Matches(/^[12]\d{3}-\d\d-\d\dT[\d:.]{5,16}(Z|[+-]\d\d:\d\d)$/),
    IsISO8601({ strict: true }),
  );
}

/** A day of the city. */
export function DayField(description: string) {
  return applyDecorators(
    ApiProperty({
      type: String,
      format: 'date',
      example: '2026-03-10',
      description,
      required: false,
    }),
    Optional(),
    Matches(/^\d{4}-\d\d-\d\d$/),
  );
}

/** How many rows a page may have, 1 to 100; 50 when absent. */
export function PageSizeField() {
  return applyDecorators(
    ApiProperty({ type: 'integer', minimum: 1, maximum: 100, default: 50, required: false }),
    Optional(),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(100),
  );
}
