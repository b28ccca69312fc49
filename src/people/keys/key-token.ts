import { randomBytes } from 'node:crypto';

/** By this scanners of secrets know a key that was left in a file. */
export const KEY_PREFIX = 'dm_';

const FORM = /^dm_[A-Za-z0-9_-]{43}$/;
const HINT = KEY_PREFIX.length + 6;

/** 256 random bits. */
export const newKeyToken = () => `${KEY_PREFIX}${randomBytes(32).toString('base64url')}`;

export const hintOf = (token: string) => token.slice(0, HINT);

/** Whether it can be a key at all; what cannot is not looked for. */
export const isKeyToken = (token: string) => FORM.test(token);
