import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { privacyClasses } from '#privacy';
import { type CalendarSpec, WorkCalendar, parseLimit } from '#working-time';
import type { Category, CityCard } from '../../src/catalog/city-data.js';
import { endOfKept, retentionFault } from '../../src/catalog/retention.js';

const load = <T>(file: string) =>
  JSON.parse(readFileSync(join(process.cwd(), 'data', 'hanoi', file), 'utf8')) as T;

const city = load<CityCard & { calendar: string }>('city.json');
const categories = load<Category[]>('categories.json');
const calendars = load<CalendarSpec[]>('calendars.json');
const { reopenWindow } = load<{ reopenWindow: string }>('policies.json');

it('each privacy class of Hanoi has a retention', () => {
  expect(Object.keys(city.retention).toSorted()).toEqual(privacyClasses.toSorted());
  expect(retentionFault(city, categories)).toBeNull();
});

it.each(Object.entries(city.retention))('%s is kept longer than it can be reopened', (_, kept) => {
  const office = calendars.find(({ code }) => code === city.calendar);
  if (!office) throw new Error('no calendar of the city');
  const now = new Date('2026-06-01T09:00:00+07:00');
  const ended = endOfKept(kept, now, city.timeZone);
  const until = WorkCalendar.compile(office).due(ended, parseLimit(reopenWindow));
  expect(until < now).toBe(true);
});
