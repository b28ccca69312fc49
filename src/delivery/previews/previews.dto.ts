import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import type { Words } from '#lifecycle';
import { WordsView } from '../../platform/http/api.js';
import { TextField } from '../../platform/http/fields.js';

const audiences = ['filer', 'staff', 'summary', 'account'] as const;

export class MailTemplateItem {
  @ApiProperty({ example: 'received' })
  name: string;

  @ApiProperty({ enum: audiences })
  audience: (typeof audiences)[number];

  @ApiProperty({ type: WordsView })
  subject: Words;

  @ApiProperty({ description: 'The city may give it words of its own, by a draft.' })
  isChangeable: boolean;
}

export class MailWords {
  @ApiProperty({ type: WordsView })
  subject: Words;

  @ApiProperty({ type: WordsView })
  text: Words;
}

class PreviewedWords {
  @TextField({ max: 6000 })
  vi: string;

  @TextField({ max: 6000 })
  en: string;
}

export class PreviewMail {
  @ApiProperty({ type: PreviewedWords })
  @ValidateNested()
  @Type(() => PreviewedWords)
  @IsDefined()
  subject: PreviewedWords;

  @ApiProperty({ type: PreviewedWords })
  @ValidateNested()
  @Type(() => PreviewedWords)
  @IsDefined()
  text: PreviewedWords;
}

export class MailTemplateView extends MailTemplateItem {
  @ApiProperty({ type: WordsView, description: 'The mail as text, with values of no real case.' })
  text: Words;

  @ApiProperty({ description: 'The city has given it words of its own.' })
  isChanged: boolean;

  @ApiProperty({ type: [String], description: 'What its words may name, in braces.' })
  values: string[];

  @ApiProperty({
    type: MailWords,
    nullable: true,
    description: 'The words delivered with the program; null: they are not changed.',
  })
  delivered: MailWords | null;
}
