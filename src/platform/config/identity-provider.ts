import { BadValue, matching, url, type Reader } from './readers.js';

/** The city's own OpenID provider, by which staff may sign in. */
export interface IdentityProviderConfig {
  /** As URL writes it; a slash after the host makes no difference. */
  readonly issuer: string;
  readonly clientId: string;
  /** undefined: a public client, held by PKCE alone. */
  readonly clientSecret: string | undefined;
  readonly scope: string;
}

/** The provider when it is named; who names only half of it is told so elsewhere. */
export function together(given: {
  [Key in keyof IdentityProviderConfig]: IdentityProviderConfig[Key] | undefined;
}): IdentityProviderConfig | undefined {
  const { issuer, clientId, clientSecret, scope } = given;
  return issuer && clientId && scope ? { issuer, clientId, clientSecret, scope } : undefined;
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** An issuer's address, without which no discovery could be trusted: https, and nothing after its path. */
export const issuer: Reader<string> = (value) => {
  const { href, protocol, hostname, username, password } = new URL(url('https:', 'http:')(value));
  // openid-client would take a whole well-known address, and then not compare the issuer.
  const plain = !/[?#]|\/\.well-known\//.test(href) && username === '' && password === '';
  if (plain && (protocol === 'https:' || loopback.test(hostname))) return href;
  throw new BadValue(
    'cần một địa chỉ https://… (http:// chỉ cho máy này), không kèm ?, # hay mật khẩu',
    'needs an address https://… (http:// only on this machine), without ?, # or password',
  );
};

export const clientId: Reader<string> = matching(
  /^[\x21-\x7e]{1,255}$/,
  'cần 1-255 ký tự ASCII không dấu cách',
  'needs 1-255 characters of ASCII without blanks',
);

export const scope: Reader<string> = matching(
  /^(?=.*\bopenid\b)[\x21-\x7e]+( [\x21-\x7e]+)*$/,
  'cần các từ cách nhau bằng dấu cách, có openid',
  'needs words with single blanks between, openid among them',
);
