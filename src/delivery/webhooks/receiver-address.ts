import { isIP } from 'node:net';
import { fieldError } from '../../platform/errors/domain-error.js';
import { isOutside } from '../../platform/outward/addresses.js';

/**
 * What can be told before the name is asked for; each call looks again at what the name resolves to.
 * @throws request.invalid
 */
export function requireReachable(typed: string, inside: readonly string[]): void {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (!url) throw wrong('format', 'Không phải một địa chỉ.', 'Not an address.');
  if (url.username !== '' || url.password !== '')
    throw wrong('credentials', 'Không để mật khẩu trong địa chỉ.', 'No password in an address.');
  if (inside.includes(url.origin)) return;
  if (url.protocol !== 'https:')
    throw wrong('https', 'Phải bắt đầu bằng https://.', 'Must begin with https://.');
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const isNamedInside = /(^|\.)(localhost|local|internal)\.?$/.test(host);
  if (isNamedInside || (isIP(host) !== 0 && !isOutside(host)))
    throw wrong('inside', 'Không gửi vào mạng nội bộ.', 'Nothing is sent to inner networks.');
}

const wrong = (code: string, vi: string, en: string) => fieldError('url', code, vi, en);
