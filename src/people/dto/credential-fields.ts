import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { TextField } from '../../platform/http/fields.js';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../password-rules.js';

// A new one is measured by the rules for passwords, which say what is wrong with it.
const NEW_AT_MOST = 1024;

export const LoginField = () => TextField({ max: 80, example: 'truc.tong.dai.1' });

/** Taken as it was typed, blanks and all. */
export const PasswordField = ({ isNew = false } = {}) =>
  applyDecorators(
    ApiProperty({
      format: 'password',
      ...(isNew && { minLength: SHORTEST_PASSWORD, maxLength: LONGEST_PASSWORD }),
    }),
    IsString(),
    Length(1, isNew ? NEW_AT_MOST : LONGEST_PASSWORD),
  );

export const CodeField = () => TextField({ max: 40, example: '123456' });
