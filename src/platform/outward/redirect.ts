import { OutwardError } from './outward-error.js';

export const MAX_REDIRECTS = 3;

const statuses = new Set([301, 302, 303, 307, 308]);

export const isRedirect = (status: number, location: string | undefined) =>
  statuses.has(status) && location !== undefined;

/** Where a redirect leads. A body is not sent on, and nothing leaves TLS. @throws OutwardError */
export function redirectTarget(from: URL, location: string, method: string): URL {
  const target = URL.canParse(location, from.href) ? new URL(location, from) : null;
  const downgraded = from.protocol === 'https:' && target?.protocol !== 'https:';
  if (!target || downgraded || (method !== 'GET' && method !== 'HEAD'))
    throw new OutwardError('redirect');
  return target;
}

/** The headers without what only the first origin may read. */
export const withoutSecrets = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(authorization|cookie)$/i.test(name)),
  );
