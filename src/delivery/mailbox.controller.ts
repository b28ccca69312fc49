import { applyDecorators, Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { createHash } from 'node:crypto';
import { Allow } from '../platform/http/allow.js';
import { toRowId } from './dead-letters.controller.js';
import { pageStyle } from './mailbox-page.js';
import { Mailbox } from './mailbox.js';
import { mailStyle } from './templates/render.js';

const hash = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

// A frame's srcdoc lives under the policy of its page, so the mails' stylesheet is allowed here too.
const policy = `default-src 'none'; style-src ${hash(pageStyle)} ${hash(mailStyle)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const Page = (path = '') =>
  applyDecorators(
    Get(path),
    Allow('demo.mailbox'),
    Header('content-type', 'text/html; charset=utf-8'),
    Header('content-security-policy', policy),
    Header('x-content-type-options', 'nosniff'),
    Header('referrer-policy', 'no-referrer'),
    Header('cache-control', 'no-store'),
  );

/** The demo's mails as pages; without the demo there is no such place. */
@ApiExcludeController()
@Controller('demo/mailbox')
export class MailboxController {
  constructor(private readonly mailbox: Mailbox) {}

  @Page()
  list(@Query('before') before?: string) {
    return this.mailbox.list(before === undefined ? null : toRowId(String(before)));
  }

  @Page(':id')
  one(@Param('id', { transform: toRowId }) id: string) {
    return this.mailbox.one(id);
  }
}
