import { fieldError } from '../../platform/errors/domain-error.js';

const anywhere = 'http://own.invalid';

/** Where to go after signing in: the front page, or a path of ours. @throws request.invalid for all else */
export function ownPath(next = '/'): string {
  const readable = /^\/[^\\\p{Cc}]*$/u.test(next) && URL.canParse(next, anywhere);
  if (readable) {
    const { origin, pathname, search, hash } = new URL(next, anywhere);
    // `/.//host` is a path until its dots are gone; sent as a redirect it would then name another host.
    if (origin === anywhere && !pathname.startsWith('//')) return `${pathname}${search}${hash}`;
  }
  throw fieldError(
    'next',
    'path',
    'Chỉ nhận một đường dẫn của hệ thống này.',
    'A path of ours only.',
  );
}
