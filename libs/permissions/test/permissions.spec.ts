import { describe, expect, it } from '@jest/globals';
import { roles } from '#lifecycle';
import {
  isOpen,
  may,
  permissions,
  permissionsDocument,
  permissionsOf,
  scopeOf,
  scopes,
  type Permission,
} from '#permissions';

const names = Object.keys(permissions) as Permission[];

describe('the permission table', () => {
  it.each(names)('%s has words in both languages and somebody who may', (name) => {
    const { words, who } = permissions[name];
    expect(words.vi).not.toBe(words.en);
    expect(Object.keys(who).length).toBeGreaterThan(0);
    for (const scope of Object.values(who)) expect(scopes).toContain(scope);
  });

  it.each(roles)('gives %s no more than the table says', (role) => {
    const given = permissionsOf(role);
    for (const name of names) {
      expect(may(role, name)).toBe(scopeOf(role, name) !== null);
      expect(given[name] ?? null).toBe(isOpen(name) ? null : scopeOf(role, name));
    }
  });

  it('keeps those who watch from every command on a case, but that the leader urges', () => {
    const commands = names.filter((name) => name.startsWith('case.') && name !== 'case.read');
    expect(commands.filter((name) => may('leader', name))).toEqual(['case.urge']);
    for (const role of ['observer', 'administrator'] as const)
      expect(commands.filter((name) => may(role, name))).toEqual([]);
  });

  it('follows the life of a complaint', () => {
    expect(scopeOf('officer', 'case.classify')).toBeNull();
    expect(scopeOf('officer', 'case.answer')).toBe('agency');
    expect(scopeOf('operator', 'case.answer')).toBeNull();
    expect(scopeOf('supervisor', 'case.assign')).toBe('city');
  });

  it('is a document with a line for each permission', () => {
    const document = permissionsDocument();
    for (const name of names) expect(document).toContain(`\`${name}\``);
  });
});
