import type { FastifyHelmetOptions } from '@fastify/helmet';
import { createRequire } from 'node:module';

type Headers = Record<string, string>;

interface Answer {
  setHeader(name: string, value: string): void;
  removeHeader(name: string): void;
}

type Helmet = (
  options: FastifyHelmetOptions,
) => (request: object, answer: Answer, next: () => void) => void;

// The plugin's own helmet: its hooks would not run for what the server itself, the router and socket.io answer.
const plugin = createRequire(import.meta.url).resolve('@fastify/helmet');
const helmet = createRequire(plugin)('helmet') as Helmet;

const YEAR = 365 * 24 * 3600;
const none = ["'none'"];

/** For pages: nothing but our own files, and no script or style that stands in the page itself. */
export const pagePolicy = policyWith("'self'");

/** For the page of the API: its stylesheet, which is not ours, has its pictures in it. */
export const docsPolicy = policyWith("'self' data:");

/** For pages with maps and photos: tiles come from `tiles`; inline styles only with `nonce`. */
export function sitePolicy({ tiles, nonce }: { tiles?: string; nonce?: string } = {}): string {
  const images = ["'self'", 'data:', 'blob:', ...(tiles ? [originOf(tiles)] : [])].join(' ');
  const styles = nonce ? `'self' 'nonce-${nonce}'` : "'self'";
  return [policyWith(images, styles), "worker-src 'self'", "manifest-src 'self'"].join(';');
}

// `{s}` stands for one of several hosts.
const originOf = (tiles: string) => new URL(tiles.replace('{s}', '*')).origin;

function policyWith(images: string, styles = "'self'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    `img-src ${images}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join(';');
}

const optionsFor = (publicUrl: string): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: none, baseUri: none, formAction: none, frameAncestors: none },
  },
  strictTransportSecurity: publicUrl.startsWith('https:') && {
    maxAge: YEAR,
    includeSubDomains: false,
  },
  xFrameOptions: { action: 'deny' },
});

/** What every answer carries, whoever makes it. */
export function answerHeaders(publicUrl: string): Readonly<Headers> {
  const headers: Headers = {};
  helmet(optionsFor(publicUrl))(
    {},
    {
      setHeader: (name, value) => (headers[name.toLowerCase()] = value),
      removeHeader: (name) => delete headers[name.toLowerCase()],
    },
    () => undefined,
  );
  return {
    ...headers,
    'permissions-policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
    'cache-control': 'no-store',
  };
}
