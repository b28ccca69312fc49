import { applyDecorators, Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Allow } from '../platform/http/allow.js';
import { pagePolicy } from '../platform/http/headers.js';
import { toRowId } from './dead-letters.controller.js';
import { Mailbox } from './mailbox.js';

const File = (path: string, type: string) =>
  applyDecorators(
    Get(path),
    Allow('demo.mailbox'),
    Header('content-type', `${type}; charset=utf-8`),
    Header('content-security-policy', pagePolicy),
  );

/** The demo's mails as pages; without the demo there is no such place. */
@ApiExcludeController()
@Controller('demo/mailbox')
export class MailboxController {
  constructor(private readonly mailbox: Mailbox) {}

  @File('', 'text/html')
  list(@Query('before') before?: string) {
    return this.mailbox.list(before === undefined ? null : toRowId(String(before)));
  }

  @File('page.css', 'text/css')
  pageStyle() {
    return this.mailbox.pageStyle();
  }

  // Asked for by a frame without any right, which no origin is the same as.
  @File('mail.css', 'text/css')
  @Header('cross-origin-resource-policy', 'cross-origin')
  mailStyle() {
    return this.mailbox.mailStyle();
  }

  @File(':id', 'text/html')
  one(@Param('id', { transform: toRowId }) id: string) {
    return this.mailbox.one(id);
  }
}
