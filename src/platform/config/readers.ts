import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';

export type Env = Record<string, string | undefined>;

/** What is wrong with one value, in both languages; the value itself may be a secret and is not repeated. */
export class BadValue extends Error {
  constructor(
    readonly vietnamese: string,
    readonly english: string,
  ) {
    super(english);
  }
}

export type Reader<T> = (value: string) => T;

export const port: Reader<number> = (value) => {
  const number = Number(value);
  if (/^\d{1,5}$/.test(value) && number <= 65_535) return number;
  throw new BadValue('cần một số nguyên từ 0 đến 65535', 'needs a whole number from 0 to 65535');
};

export const count =
  (least: number, most: number): Reader<number> =>
  (value) => {
    const number = Number(value);
    if (/^\d{1,9}$/.test(value) && number >= least && number <= most) return number;
    throw new BadValue(
      `cần một số nguyên từ ${least} đến ${most}`,
      `needs a whole number from ${least} to ${most}`,
    );
  };

/** A whole number of seconds, `most` at most. */
export const seconds =
  (most: number): Reader<number> =>
  (value) => {
    if (/^\d{1,5}$/.test(value) && Number(value) <= most) return Number(value);
    throw new BadValue(
      `cần một số giây nguyên từ 0 đến ${most}`,
      `needs a whole number of seconds from 0 to ${most}`,
    );
  };

export const url =
  (...protocols: string[]): Reader<string> =>
  (value) => {
    const parsed = URL.canParse(value) ? new URL(value) : null;
    if (parsed && protocols.includes(parsed.protocol) && parsed.hostname) return value;
    const forms = protocols.map((protocol) => `${protocol}//…`).join(', ');
    throw new BadValue(`cần một địa chỉ dạng ${forms}`, `needs an address like ${forms}`);
  };

export const oneOf =
  <const T extends string>(...words: T[]): Reader<T> =>
  (value) => {
    const word = words.find((word) => word === value.toLowerCase());
    if (word) return word;
    throw new BadValue(`cần là ${words.join(' | ')}`, `must be ${words.join(' | ')}`);
  };

export const matching =
  (pattern: RegExp, vietnamese: string, english: string): Reader<string> =>
  (value) => {
    if (pattern.test(value)) return value;
    throw new BadValue(vietnamese, english);
  };

/** The text of a file that only its owner may read; a relative path is meant from `root`. */
export const secretFile =
  (root: string): Reader<string> =>
  (path) => {
    const file = resolve(root, path);
    const text = textOf(file);
    if (text === null) throw new BadValue('cần một tệp đọc được', 'needs a file that can be read');
    if (text === '') throw new BadValue('cần một tệp không rỗng', 'needs a file that is not empty');
    if (statSync(file).mode & 0o077)
      throw new BadValue(
        'có tệp mà người khác đọc được: chmod 600',
        'has a file open to others: chmod 600',
      );
    return text;
  };

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
export const networks: Reader<string[]> = (value) => {
  const list = value.split(',').map((one) => one.trim());
  if (list.every((one) => ipaddr.isValid(one) || ipaddr.isValidCIDR(one))) return list;
  throw new BadValue(
    'cần các địa chỉ IP hoặc mạng CIDR, cách nhau bằng dấu phẩy',
    'needs IP addresses or CIDR networks, separated by commas',
  );
};

export const origins: Reader<string[]> = (value) => {
  const list = value.split(',').map((one) => one.trim());
  if (list.every((one) => URL.canParse(one) && new URL(one).origin === one)) return list;
  throw new BadValue(
    'cần các địa chỉ dạng http://máy:cổng, cách nhau bằng dấu phẩy',
    'needs addresses like http://host:port, separated by commas',
  );
};
