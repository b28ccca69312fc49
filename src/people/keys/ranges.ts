import { buildMessage, ValidateBy } from 'class-validator';
import ipaddr from 'ipaddr.js';

const isRange = (one: unknown) =>
  typeof one === 'string' && (ipaddr.isValid(one) || ipaddr.isValidCIDR(one));

/** Addresses and networks, each whole: `10.1` is none. */
export const Ranges = () =>
  ValidateBy({
    name: 'ranges',
    validator: {
      validate: (value: unknown) =>
        Array.isArray(value) &&
        value.every((one) => isRange(one) && /[.:].*[.:]/.test(String(one))),
      defaultMessage: buildMessage((each) => `${each}$property must be addresses or networks`),
    },
  });
