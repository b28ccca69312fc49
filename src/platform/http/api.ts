import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiResponse, getSchemaPath } from '@nestjs/swagger';

/** RFC 9457. */
export const PROBLEM_TYPE = 'application/problem+json';

export class WordsView {
  @ApiProperty()
  vi: string;

  @ApiProperty()
  en: string;
}

class FieldErrorView extends WordsView {
  @ApiProperty({ example: 'place.point' })
  field: string;

  @ApiProperty({ example: 'required' })
  code: string;
}

export class ProblemView {
  @ApiProperty({ example: 'urn:dau-moi:problem:request.invalid' })
  type: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer', example: 400 })
  status: number;

  @ApiProperty({ example: 'request.invalid' })
  code: string;

  @ApiProperty({ type: WordsView })
  detail: WordsView;

  @ApiProperty({ type: [FieldErrorView], required: false })
  errors?: FieldErrorView[];

  @ApiProperty({ description: 'Id of the request, for the log.' })
  request: string;

  @ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: true }],
    required: false,
    description: 'With 409: the present status, or the whole present case to a stale command.',
  })
  present?: unknown;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description:
      'What the filer may take over: the `place` that a photo names, where one is needed.',
  })
  offer?: Record<string, unknown>;

  @ApiProperty({ required: false, description: 'With `present`: the command that was refused.' })
  command?: string;

  @ApiProperty({ type: 'integer', required: false, description: 'With 429: seconds to wait.' })
  retryAfter?: number;

  @ApiProperty({ required: false, description: 'With 429: the limit that was reached.' })
  limit?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'With `filing.proof_required`: a challenge as GET /api/challenge gives it.',
  })
  challenge?: object;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'With `filing.proof_required`: a question as GET /api/challenge gives it.',
  })
  question?: object;
}

const meanings: Record<number, string> = {
  400: 'A field is wrong; `errors` names it.',
  401: 'Not signed in.',
  403: 'The role may not do this.',
  404: 'Unknown, or not for this caller.',
  409: 'The present state does not admit it; stale commands carry the present case.',
  413: 'Too large.',
  415: 'A type of content that is not supported.',
  422: 'The Idempotency-Key was used for another request, or what was written has faults.',
  428: 'If-Match is missing.',
  429: 'More than is allowed in this time; `Retry-After` says how long to wait.',
};

/** Documents the problem documents that a route can answer with; 503 can come from every one. */
export function ApiProblems(...codes: number[]) {
  return applyDecorators(
    ...codes.map((status) =>
      ApiResponse({
        status,
        description: meanings[status] ?? '',
        content: {
          [PROBLEM_TYPE]: { schema: { $ref: getSchemaPath(ProblemView) } },
        },
      }),
    ),
  );
}
