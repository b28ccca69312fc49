import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { roles, type Role } from '#lifecycle';
import { scopes, type Permission, type Scope } from '#permissions';
import { IsUUID, Matches } from 'class-validator';
import { Optional, PageSizeField, TextField, WordField } from '../../platform/http/fields.js';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** An instant with its offset. */
function InstantField({ optional = false, ...docs }: { optional?: boolean; description?: string }) {
  return applyDecorators(
    ApiProperty({ ...docs, type: String, format: 'date-time', required: !optional }),
    ...(optional ? [Optional()] : []),
    Matches(instant),
  );
}

function PersonField(description: string) {
  return applyDecorators(ApiProperty({ format: 'uuid', description }), IsUUID());
}

export class MakeStandIn {
  @PersonField('Who is absent.')
  absent: string;

  @PersonField('Who stands in: an active colleague of the same unit.')
  standIn: string;

  @InstantField({ optional: true, description: 'At once when absent.' })
  startsAt?: string;

  @InstantField({ description: 'From then on nobody stands in.' })
  endsAt: string;

  @TextField({ max: 300, optional: true })
  reason?: string;
}

export const standInStates = ['current', 'all'] as const;

export class ListStandIns {
  @WordField(standInStates, {
    optional: true,
    description: 'current, the running and the coming ones, when absent',
  })
  state?: (typeof standInStates)[number];

  @ApiProperty({ format: 'uuid', required: false, description: '`next` of the page before.' })
  @Optional()
  @IsUUID()
  after?: string;

  @PageSizeField()
  limit?: number;
}

export class PersonView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: roles })
  role: Role;

  @ApiProperty({ type: String, nullable: true })
  agency: string | null;
}

export class StandInView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: PersonView })
  absent: PersonView;

  @ApiProperty({ type: PersonView })
  standIn: PersonView;

  @ApiProperty({ format: 'date-time' })
  startsAt: string;

  @ApiProperty({ format: 'date-time' })
  endsAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  endedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty()
  running: boolean;
}

export class StandInPage {
  @ApiProperty({ type: [StandInView] })
  items: StandInView[];

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  next: string | null;
}

/** A person in whose place the signed-in one may act now, by `X-Acting-For`. */
export class StandsInForView extends PersonView {
  @ApiProperty({ format: 'date-time' })
  until: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    description: "The commands open in this person's place, by status of a case.",
  })
  commands: Record<string, string[]>;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: [...scopes] },
    description: "What may be done in this person's place, each with how far it reaches.",
  })
  permissions: Partial<Record<Permission, Scope>>;
}
