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

export const networks: Reader<string[]> = (value) => {
  const list = value.split(',').map((one) => one.trim());
  if (list.every((one) => ipaddr.isValid(one) || ipaddr.isValidCIDR(one))) return list;
  throw new BadValue(
    'cần các địa chỉ IP hoặc mạng CIDR, cách nhau bằng dấu phẩy',
    'needs IP addresses or CIDR networks, separated by commas',
  );
};
