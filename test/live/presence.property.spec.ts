import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Presence, type Bench } from '../../src/live/presence.js';

const homes = ['a', 'b', 'c'];
const cases = ['one', 'two'];
const matter = { agencies: ['X'], about: null, privacy: 'open' };

const person = (socket: string) => ({
  id: `person-${socket}`,
  name: socket,
  role: 'operator' as const,
});

/** Somebody in one process does something; what the others are told may reach them now, or be lost. */
const step = fc.record({
  home: fc.nat(homes.length - 1),
  socket: fc.nat(2),
  what: fc.constantFrom('look' as const, 'type' as const, 'take' as const, 'leave' as const),
  at: fc.constantFrom(...cases),
  isHeard: fc.boolean(),
});

const told = (presence: Presence) => cases.map((caseId) => presence.at(caseId));

describe('presence in several processes', () => {
  it('is the same in all once each has said all, whatever was lost before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const all = homes.map((home) => new Presence(home));
        const hear = (from: number, work: (one: Presence) => unknown) =>
          all.forEach((one, at) => at !== from && work(one));
        for (const { home, socket, what, at, isHeard } of steps) {
          const own = all[home] as Presence;
          const name = `${homes[home]}${socket}`;
          const said: (Bench | null)[] = [];
          if (what === 'leave' || !own.isAt(name, at)) {
            const left = own.leave(name);
            if (left !== null) said.push(own.bench(left));
          }
          if (what !== 'leave') {
            const is = what === 'look' ? 'looking' : 'typing';
            own.sit(name, { caseId: at, person: person(name), is }, matter);
            if (what === 'take') own.take(name, at);
            said.push(own.bench(at));
          }
          const heard = said.filter((bench) => isHeard && bench !== null) as Bench[];
          hear(home, (one) => heard.forEach((bench) => one.hear(homes[home] ?? '', bench)));
        }
        const said = all.map((one) => one.benches());
        all.forEach((_, from) =>
          hear(from, (one) => one.hearAll(homes[from] ?? '', said[from] ?? [])),
        );
        const [first, ...others] = all.map(told);
        for (const other of others) expect(other).toEqual(first);
        for (const { people, holder } of first ?? [])
          expect(holder === null).toBe(people.every(({ is }) => is === 'looking'));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the turn to whoever took it over, also from another process, and back', () => {
    const [a, b] = [new Presence('a'), new Presence('b')];
    const tell = (from: Presence, home: string, to: Presence) =>
      to.hear(home, from.bench('one') as Bench);
    a.sit('a1', { caseId: 'one', person: person('a1'), is: 'typing' }, matter);
    tell(a, 'a', b);
    b.sit('b1', { caseId: 'one', person: person('b1'), is: 'typing' }, matter);
    expect(b.at('one').holder).toBe('person-a1');
    expect(b.take('b1', 'one')).toEqual(['a1']);
    tell(b, 'b', a);
    expect(a.at('one').holder).toBe('person-b1');
    expect(a.hearAll('b', [])).toEqual(['one']);
    expect(a.at('one')).toMatchObject({ people: [{ id: 'person-a1' }], holder: 'person-a1' });
    expect(a.hearAll('b', [])).toEqual([]);
  });
});
