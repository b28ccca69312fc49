import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { normalMail, normalPhone } from '#privacy';

describe('a phone number', () => {
  it.each([
    ['0987 654 321', '+84987654321'],
    ['+84 987.654.321', '+84987654321'],
    ['84-987-654-321', '+84987654321'],
    ['0084987654321', '+84987654321'],
    ['987654321', '+84987654321'],
    ['024 3825 1234', '+842438251234'],
    ['+1 202 555 0100', '+12025550100'],
    ['844567890', '+84844567890'],
  ])('%s is %s', (written, normal) => {
    expect(normalPhone(written)).toBe(normal);
  });

  it('is the same however it is spaced, and stays what it became', () => {
    const digits = fc.stringMatching(/^0[3-9]\d{8}$/);
    const gap = fc.constantFrom('', ' ', '.', '-');
    const spaced = fc
      .tuple(digits, fc.array(gap, { minLength: 10, maxLength: 10 }))
      .map(([text, gaps]) => [text, [...text].map((one, at) => one + gaps[at]).join('')] as const);
    fc.assert(
      fc.property(spaced, ([plain, written]) => {
        const normal = normalPhone(written);
        expect(normal).toBe(`+84${plain.slice(1)}`);
        expect(normalPhone(`+84 ${written.replace(/^0/, '')}`)).toBe(normal);
        expect(normalPhone(normal)).toBe(normal);
      }),
    );
  });
});

describe('a mail address', () => {
  it('has one spelling', () => {
    expect(normalMail('  Lan.Anh@Example.ORG ')).toBe('lan.anh@example.org');
    fc.assert(
      fc.property(fc.emailAddress(), (mail) => {
        expect(normalMail(mail.toUpperCase())).toBe(normalMail(mail));
        expect(normalMail(normalMail(mail))).toBe(normalMail(mail));
      }),
    );
  });
});
