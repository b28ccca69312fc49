import { ApiProperty } from '@nestjs/swagger';
import type { Words } from '#lifecycle';
import { WordsView } from '../../platform/http/api.js';

const audiences = ['filer', 'staff', 'summary', 'account'] as const;

export class MailTemplateItem {
  @ApiProperty({ example: 'received' })
  name: string;

  @ApiProperty({ enum: audiences })
  audience: (typeof audiences)[number];

  @ApiProperty({ type: WordsView })
  subject: Words;
}

export class MailTemplateView extends MailTemplateItem {
  @ApiProperty({ type: WordsView, description: 'The mail as text, with values of no real case.' })
  text: Words;
}
