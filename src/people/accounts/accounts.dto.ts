import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { roles, type Role } from '#lifecycle';
import { IsUUID, Matches } from 'class-validator';
import { languages, type Language } from '../../platform/moment.js';
import {
  CodeField,
  Optional,
  PageSizeField,
  TextField,
  WordField,
} from '../../platform/http/fields.js';
import { PersonView } from '../duty/duty.dto.js';
import { staffEvents, type StaffEvent } from './staff-event.entity.js';

const EMAIL = /^[^\s<>@]{1,80}@[^\s<>@]{1,120}$/;

const EmailField = (options: { optional?: boolean } = {}) =>
  applyDecorators(TextField({ max: 200, example: 'an@hanoi.example', ...options }), Matches(EMAIL));

export const accountStates = ['active', 'ended', 'all'] as const;

export class ListAccounts {
  @TextField({ max: 100, optional: true, description: 'Part of a name or a login.' })
  q?: string;

  @WordField(roles, { optional: true })
  role?: Role;

  @CodeField({ optional: true, description: 'The agency they work in.' })
  agency?: string;

  @WordField(accountStates, { optional: true, description: '`active` when absent.' })
  state?: (typeof accountStates)[number];

  @ApiProperty({ format: 'uuid', required: false, description: '`next` of the page before.' })
  @Optional()
  @IsUUID()
  after?: string;

  @PageSizeField()
  limit?: number;
}

export class MakeAccount {
  @TextField({
    min: 2,
    max: 80,
    example: 'can.bo.moi',
    description: 'a-z, 0-9, and . _ - between.',
  })
  @Matches(/^[a-z0-9][a-z0-9._-]{1,79}$/)
  login: string;

  @TextField({ max: 120 })
  name: string;

  @WordField(roles)
  role: Role;

  @CodeField({ optional: true, description: 'For heads and officers of an agency.' })
  agency?: string;

  @EmailField()
  email: string;

  @WordField(languages, { optional: true, description: '`vi` when absent.' })
  language?: Language;
}

/** What is absent stays as it is. */
export class ChangeAccount {
  @TextField({ max: 120, optional: true })
  name?: string;

  @WordField(roles, { optional: true })
  role?: Role;

  @CodeField({ optional: true, description: 'Goes with the role where that one has none.' })
  agency?: string;

  @EmailField({ optional: true })
  email?: string;

  @WordField(languages, { optional: true })
  language?: Language;
}

export class AccountItem extends PersonView {
  @ApiProperty()
  login: string;

  @ApiProperty({ type: String, nullable: true })
  email: string | null;

  @ApiProperty()
  language: string;

  @ApiProperty({ description: 'Can sign in.' })
  active: boolean;

  @ApiProperty({ description: 'Hands over; nothing new is given to this person.' })
  leaving: boolean;

  @ApiProperty({ description: 'Whether the second factor is on.' })
  secondFactor: boolean;

  @ApiProperty({ type: 'integer', description: 'Where the person is signed in now.' })
  sessions: number;
}

export class AccountPage {
  @ApiProperty({ type: [AccountItem] })
  items: AccountItem[];

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  next: string | null;
}

export class AccountEventView {
  @ApiProperty({ enum: staffEvents })
  type: StaffEvent;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null: the command line or a link.' })
  by: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What became other: `{ role: [before, after] }`.',
  })
  data: Record<string, unknown>;
}

export class AccountView extends AccountItem {
  @ApiProperty({ type: [AccountEventView], description: 'The last 50, newest first.' })
  events: AccountEventView[];
}
