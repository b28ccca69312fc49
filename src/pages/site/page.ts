import { applyDecorators, Header } from '@nestjs/common';
import type { Permission } from '#permissions';
import { Allow } from '../../platform/http/allow.js';

/** A route that answers with a page of HTML. Its form tells where it comes from, so that it is known for ours. */
export const Page = (permission: Permission) =>
  applyDecorators(
    Allow(permission),
    Header('content-type', 'text/html; charset=utf-8'),
    Header('referrer-policy', 'same-origin'),
  );
