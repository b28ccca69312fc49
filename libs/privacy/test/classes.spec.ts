import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { roles, type IdentityAccess, type Role } from '#lifecycle';
import {
  closedToObservers,
  identityAccess,
  privacyClasses,
  strictest,
  type PrivacyClass,
} from '#privacy';

const standings = [true, false].flatMap((isLead) => roles.map((role) => ({ role, isLead })));

/** Everybody that a class lets know, by the table of the law's reading; nobody else appears. */
const known: Record<PrivacyClass, string[]> = {
  NORMAL: ['operator seen', 'supervisor seen', 'lead agency_head by_reveal'],
  PERSONAL: ['operator seen', 'supervisor seen', 'lead agency_head seen', 'lead officer seen'],
  REPORTER_HIDDEN: ['operator seen', 'supervisor seen'],
  PROTECTED: ['supervisor by_reveal'],
  SENSITIVE: ['operator by_reveal', 'supervisor by_reveal'],
  DENUNCIATION_CHECK: ['supervisor by_reveal'],
};

const ofCenter: Role[] = ['operator', 'supervisor'];

describe('who may know the filer', () => {
  it.each(privacyClasses)('%s', (privacy) => {
    const said = standings.flatMap(({ role, isLead }) => {
      const access = identityAccess(privacy, { role, isLead });
      if (access === 'never') return [];
      return [`${isLead && !ofCenter.includes(role) ? 'lead ' : ''}${role} ${access}`];
    });
    expect([...new Set(said)].toSorted()).toEqual(known[privacy].toSorted());
  });

  it('of what is restricted is the supervisor alone, for a reason, where the class lets know at all', () => {
    for (const privacy of privacyClasses)
      for (const asking of standings) {
        const supervisor = asking.role === 'supervisor';
        const access = identityAccess(privacy, asking, { restricted: true });
        expect([privacy, asking, access]).toEqual([
          privacy,
          asking,
          supervisor ? 'by_reveal' : 'never',
        ]);
      }
  });

  it('covers every class and role', () => {
    expect(privacyClasses).toHaveLength(6);
    expect(standings).toHaveLength(14);
  });

  it('is never leader, observer, administrator, nor an agency that only supports', () => {
    const classes = fc.oneof(fc.constantFrom(...privacyClasses), fc.string());
    fc.assert(
      fc.property(classes, fc.constantFrom(...standings), (privacy, { role, isLead }) => {
        const outside = !ofCenter.includes(role) && !isLead;
        const onlooker = ['leader', 'observer', 'administrator'].includes(role);
        if (outside || onlooker) expect(identityAccess(privacy, { role, isLead })).toBe('never');
      }),
    );
  });

  it('of a class that nobody knows is as narrow as the narrowest', () => {
    const order: IdentityAccess[] = ['never', 'by_reveal', 'seen'];
    for (const unknown of ['', 'NEW', 'normal', 'toString', '__proto__', 'constructor'])
      for (const asking of standings) {
        const access = identityAccess(unknown, asking);
        expect(access).toBe(identityAccess(strictest, asking));
        for (const privacy of privacyClasses)
          expect(order.indexOf(access)).toBeLessThanOrEqual(
            order.indexOf(identityAccess(privacy, asking)),
          );
      }
  });
});

describe('what observers do not read', () => {
  it('is what is about officials, of a sensitive matter, or of no known class', () => {
    expect(privacyClasses.filter(closedToObservers)).toEqual([
      'PROTECTED',
      'SENSITIVE',
      'DENUNCIATION_CHECK',
    ]);
    fc.assert(
      fc.property(
        fc.string().filter((one) => !privacyClasses.includes(one as PrivacyClass)),
        closedToObservers,
      ),
    );
    expect(closedToObservers('constructor')).toBe(true);
  });
});
