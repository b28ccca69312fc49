import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { closedToObservers, privacyClasses } from '#privacy';
import { beginning } from '../../src/live/log-entry.js';
import { LogReader } from '../../src/live/log-reader.js';
import { covers, roomsOf, staffRooms, type Scope } from '../../src/live/scope.js';
import { startLiveWorld } from './live-world.js';
import { log, openComplaint } from './log-writer.js';

jest.setTimeout(30_000);

const world = await startLiveWorld();
const { app } = await world.replica();
const db = { query: (sql: string, values?: unknown[]) => world.query(sql, values) };

const places = [[], ['HAPULICO'], ['HAPULICO', 'HSDC']];
const matters = [null, 'HSDC', 'SXD'];
for (const privacy of privacyClasses)
  for (const about of matters)
    for (const agencies of places) {
      const { id } = await openComplaint(db, { privacy, about });
      await log(db, id, { type: 'filed', agencies });
    }
const reader = app.get(LogReader);
const entries = await reader.settled(beginning);
const end = await reader.end();

afterAll(() => expect(entries).toHaveLength(privacyClasses.length * 9));

describe('a scope of staff', () => {
  const scopes = [null, [], ['HAPULICO'], ['HSDC', 'SXD']].flatMap((agencies) =>
    [[], ['HSDC'], ['HSDC', 'SXD']].flatMap((line) =>
      [true, false].map((observer): Scope => ({ agencies, line, observer })),
    ),
  );

  it.each(scopes.map((scope) => [JSON.stringify(scope), scope] as const))(
    'is the same in the log, in the program and in its rooms: %s',
    async (_, scope) => {
      const covered = entries.filter((one) => covers(scope, one)).map(({ seq }) => seq);
      const read = await reader.between(beginning, end, scope);
      expect(read.map(({ seq }) => seq)).toEqual(covered);
      const rooms = roomsOf(scope);
      const heard = entries.filter((one) => {
        const { to, except } = staffRooms(one);
        return (
          rooms.some((room) => to.includes(room)) && !rooms.some((room) => except.includes(room))
        );
      });
      expect(heard.map(({ seq }) => seq)).toEqual(covered);
    },
  );

  it('of an observer holds open classes alone', () => {
    const observer: Scope = { agencies: null, line: [], observer: true };
    const seen = new Set(entries.filter((one) => covers(observer, one)).map((one) => one.privacy));
    expect([...seen].toSorted()).toEqual(
      privacyClasses.filter((one) => !closedToObservers(one)).toSorted(),
    );
  });
});
