import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ownPath } from '../../src/people/oidc/own-path.js';
import { DomainError } from '../../src/platform/errors/domain-error.js';

const signs = ['/', '//', '\\', '.', '..', '%2e', '%2f', '%5c', ':', '@', '?', '#', '\t', '\n'];
const words = ['evil.test', 'https', 'javascript', 'console', 'ế', '\u3002', '\uff0f', '\ud800'];
const pieces = fc.constantFrom(...signs, ...words);
const paths = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), {
  maxLength: 12,
});

describe('the path to end at', () => {
  it('is refused, or leads to no other host however a browser reads it', () => {
    fc.assert(
      fc.property(paths, (parts) => {
        let path: string;
        try {
          path = ownPath(`/${parts.join('')}`);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          return;
        }
        expect(path).toMatch(/^\/(?!\/)[\x21-\x7e]*$/);
        expect(new URL(path, 'https://city.test/api/session/oidc').origin).toBe(
          'https://city.test',
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is the front page by default, and any plain path as it is', () => {
    expect(ownPath()).toBe('/');
    for (const path of ['/', '/console', '/cases/1?a=b&c=//d#e']) expect(ownPath(path)).toBe(path);
  });
});
