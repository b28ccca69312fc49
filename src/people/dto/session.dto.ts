import { permissionsOf, scopes, type Permission, type Scope } from '#permissions';
import { commandsFor, roles, statuses, type Party, type Role } from '#lifecycle';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { TextField } from '../../platform/http/fields.js';
import type { Caller } from '../caller.js';
import { StandsInForView } from '../duty/duty.dto.js';
import type { Running } from '../duty/running.js';
import { secondFactorStates, type SecondFactorState } from '../second-factor-duty.js';
import { LoginField, PasswordField } from './credential-fields.js';

export class SignIn {
  @LoginField()
  login: string;

  @PasswordField()
  password: string;

  @TextField({
    max: 40,
    optional: true,
    description: 'Of the second factor, where it is on: six digits, or a recovery code.',
  })
  code?: string;
}

export class AskReset {
  @LoginField()
  login: string;
}

export class ConfirmReset {
  @ApiProperty({ description: 'What stands behind # in the mailed link.' })
  @IsString()
  @Length(1, 100)
  token: string;

  @PasswordField({ isNew: true })
  password: string;
}

export class Me {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  login: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: roles })
  role: Role;

  @ApiProperty({ type: String, nullable: true })
  agency: string | null;

  @ApiProperty()
  language: string;

  @ApiProperty({
    enum: secondFactorStates,
    description: '`required`: until it is passed only the own account is open.',
  })
  secondFactor: SecondFactorState;

  @ApiProperty({ description: 'Whether a second factor is set up: to be passed, not begun.' })
  enrolled: boolean;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    description: 'The commands open to this role, by status of a case.',
  })
  commands: Record<string, string[]>;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: [...scopes] },
    description: 'What this role may do, each with how far it reaches.',
  })
  permissions: Partial<Record<Permission, Scope>>;

  @ApiProperty({
    type: [StandsInForView],
    description: 'In whose place this person may act now: `X-Acting-For: <id>`.',
  })
  standsInFor: StandsInForView[];
}

const parties: Partial<Record<Role, Party>> = {
  operator: 'operator',
  supervisor: 'supervisor',
  agency_head: 'head',
  officer: 'officer',
};

function commandsOf(role: Role): Me['commands'] {
  const party = parties[role];
  return Object.fromEntries(
    statuses.map((status) => [status, party ? commandsFor(status, party) : []]),
  );
}

export function meOf(caller: Caller, running: Running[]): Me {
  const { id, login, name, role, agency, language, secondFactor, enrolled } = caller;
  const standsInFor = running.map((one) => ({
    id: one.absentId,
    name: one.name,
    role: one.role,
    agency: one.agency,
    until: one.until.toISOString(),
    commands: commandsOf(one.role),
    permissions: permissionsOf(one.role),
  }));
  return {
    id,
    login,
    name,
    role,
    agency,
    language,
    secondFactor,
    enrolled,
    commands: commandsOf(role),
    permissions: permissionsOf(role),
    standsInFor,
  };
}
