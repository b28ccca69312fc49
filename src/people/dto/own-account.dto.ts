import { ApiProperty } from '@nestjs/swagger';
import { TextField, WordField } from '../../platform/http/fields.js';
import { languages, type Language } from '../../platform/moment.js';
import { CodeField, PasswordField } from './credential-fields.js';

export class ChangePassword {
  @PasswordField()
  current: string;

  @PasswordField({ isNew: true })
  next: string;
}

export class ChooseLanguage {
  @WordField(languages, { description: 'Of the mails to this person.' })
  language: Language;
}

export class StartSecondFactor {
  @PasswordField()
  password: string;

  @TextField({ max: 40, optional: true, description: 'Of the present one, where it is on.' })
  code?: string;
}

export class GiveCode {
  @CodeField()
  code: string;
}

export class StopSecondFactor {
  @PasswordField()
  password: string;

  @CodeField()
  code: string;
}

export class SecondFactorStart {
  @ApiProperty({ description: 'Base32, to be typed where no QR code can be read.' })
  secret: string;

  @ApiProperty({ example: 'otpauth://totp/…', description: 'The same as a QR code holds it.' })
  uri: string;
}

export class RecoveryCodes {
  @ApiProperty({
    type: [String],
    description: 'Each is good once, in place of a code. They are not shown again.',
  })
  recoveryCodes: string[];
}

export class OwnSession {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, nullable: true, example: 'Firefox · Windows' })
  device: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time', description: 'To the minute.' })
  lastSeenAt: string;

  @ApiProperty({ description: 'The one that asks.' })
  current: boolean;
}
