import { keyScopeNames, type KeyScopeName } from '#permissions';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  Max,
  Min,
} from 'class-validator';
import {
  CodeField,
  InstantField,
  Optional,
  TextField,
  WordField,
} from '../../platform/http/fields.js';
import { Ranges } from './ranges.js';
import { systemEvents, type SystemEvent } from './system-event.entity.js';

export const keyStates = ['active', 'expired', 'revoked'] as const;
export type KeyState = (typeof keyStates)[number];

export class ListKeys {
  @WordField(['active', 'ended', 'all'], { optional: true, description: '`active` when absent.' })
  state?: 'active' | 'ended' | 'all';
}

export class MakeKey {
  @TextField({ max: 120, example: 'Work orders' })
  name: string;

  @TextField({ max: 200, description: 'Whose system it is.' })
  organisation: string;

  @CodeField({ optional: true, description: 'Sees this agency alone; the city when absent.' })
  agency?: string;

  @ApiProperty({ enum: keyScopeNames, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(keyScopeNames, { each: true })
  scopes: KeyScopeName[];

  @InstantField({ description: 'At most two years from now.' })
  validUntil: string;

  @ApiProperty({
    type: [String],
    required: false,
    example: ['203.0.113.0/24'],
    description: 'Addresses and networks that it may come from; anywhere when absent.',
  })
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @Ranges()
  ranges?: string[];
}

export class RotateKey {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: 168,
    default: 24,
    required: false,
    description: 'For how many hours the old one lives on.',
  })
  @Optional()
  @IsInt()
  @Min(0)
  @Max(168)
  graceHours?: number;
}

export class KeyItem {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  organisation: string;

  @ApiProperty({ type: String, nullable: true })
  agency: string | null;

  @ApiProperty({ enum: keyScopeNames, isArray: true })
  scopes: KeyScopeName[];

  @ApiProperty({ type: [String] })
  ranges: string[];

  @ApiProperty({ example: 'dm_Q3k9aT', description: 'How it begins.' })
  hint: string;

  @ApiProperty({ enum: keyStates })
  state: KeyState;

  @ApiProperty({ format: 'date-time' })
  validUntil: string;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'To the minute.' })
  lastUsedAt: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when the key before the last rotation lives on.',
  })
  oldUntil: string | null;
}

export class KeyList {
  @ApiProperty({ type: [KeyItem] })
  items: KeyItem[];
}

export class SystemEventView {
  @ApiProperty({ enum: systemEvents })
  type: SystemEvent;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null: the program itself.' })
  by: string | null;
}

export class KeyView extends KeyItem {
  @ApiProperty({ type: [SystemEventView], description: 'Newest first.' })
  events: SystemEventView[];
}

export class GivenKey {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'dm_…', description: 'Shown this once; nobody can see it again.' })
  key: string;
}
