import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  type Agency,
  AreaIndex,
  type RuleSet,
  type ServiceArea,
  checkRules,
  compileRouter,
  shapesFromGeoJson,
} from '#routing';
import { canonicalTones, fold } from '#vietnamese';
import { type CalendarSpec, WorkCalendar, parseLimit } from '#working-time';

interface Named {
  vi: string;
  en: string;
}
interface Question {
  key: string;
  type: 'text' | 'choice' | 'datetime' | 'number';
  required: boolean;
  label: Named;
  choices?: { value: string; label: Named }[];
}
interface Category {
  code: string;
  kind: string;
  urgency: string;
  urgentCalendar: string;
  limits: { accept: string; resolve: string; resolveUrgent: string | null; basis: string };
  place: 'required' | 'optional' | 'none';
  contact: 'required' | 'optional';
  questions: Question[];
  privacy: string;
  public: boolean;
}
interface Area {
  code: string;
  kind: string;
  parent: string | null;
}
interface Sample {
  id: string;
  submittedAt: string;
  complaint: {
    category: string | null;
    text: string;
    place: { point?: { lat: number; lon: number }; ward?: string } | null;
    answers: Record<string, string | number>;
    filer: { email: string } | null;
  };
  expected: { category: string | null; urgency: string; agencyType: string; action: string };
}
interface Import {
  columns: Record<string, string>;
  categories: Record<string, { category: string; answers?: Record<string, string> }>;
  statuses: Record<string, unknown>;
  channels: Record<string, string>;
  areas: Record<string, string>;
}

const root = join(process.cwd(), 'data', 'hanoi');
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const load = <T>(file: string) => JSON.parse(text(file)) as T;

const city = load<{ center: { code: string }; calendar: string }>('city.json');
const areas = load<Area[]>('areas.json');
const agencies = load<Agency[]>('agencies.json');
const serviceAreas = load<ServiceArea[]>('service-areas.json');
const categories = load<Category[]>('categories.json');
const calendars = load<CalendarSpec[]>('calendars.json');
const rules = load<RuleSet>('routing.json');
const samples = load<Sample[]>('demo/samples.json');
const shapes = load<{ origin: string; features: { properties: { code: string; name: string } }[] }>(
  'wards.geojson',
);

const codes = (rows: { code: string }[]) => rows.map(({ code }) => code);
const unique = (values: string[]) => expect([...new Set(values)]).toEqual(values);
const wards = codes(areas.filter(({ kind }) => kind !== 'city')).toSorted();
const categoryOf = new Map(categories.map((category) => [category.code, category]));
const agencyOf = new Map(agencies.map((agency) => [agency.code, agency]));
const wardAt = new AreaIndex(shapesFromGeoJson(shapes));

const wardOf = ({ complaint: { place } }: Sample): string | null =>
  place?.point ? wardAt.wardAt(place.point) : (place?.ward ?? null);

/** What is wrong with answers to a category's questions. */
function faults(category: Category, answers: Record<string, string | number>): string[] {
  const known = new Map(category.questions.map((question) => [question.key, question]));
  const missing = category.questions.filter(({ key, required }) => required && !(key in answers));
  const wrong = Object.entries(answers).filter(([key, value]) => {
    const question = known.get(key);
    if (question?.type === 'number') return typeof value !== 'number';
    if (typeof value !== 'string') return true;
    if (question?.type === 'datetime') return Number.isNaN(Date.parse(value));
    if (question?.type === 'choice') return !question.choices?.some((it) => it.value === value);
    return question === undefined;
  });
  return [...missing.map(({ key }) => `missing ${key}`), ...wrong.map(([key]) => `wrong ${key}`)];
}

describe('areas and agencies', () => {
  it('are the city and its 126 wards and communes, each with a shape and a canonical name', () => {
    unique(codes(areas));
    expect(areas).toHaveLength(127);
    expect(areas.filter(({ kind }) => kind === 'ward')).toHaveLength(51);
    expect(areas.filter(({ kind }) => kind === 'commune')).toHaveLength(75);
    expect(areas.every(({ kind, parent }) => parent === (kind === 'city' ? null : 'HN'))).toBe(
      true,
    );
    expect(shapes.features.map(({ properties }) => properties.code).toSorted()).toEqual(wards);
    for (const { properties } of shapes.features) {
      expect(properties.name).toBe(canonicalTones(properties.name));
    }
    expect(shapes.origin).toContain('MIT');
  });

  it('has one committee and one police per ward', () => {
    unique(codes(agencies));
    for (const [type, prefix] of [
      ['committee', 'UBND-'],
      ['ward_police', 'CA-'],
    ]) {
      const bodies = agencies.filter((agency) => agency.type === type);
      expect(codes(bodies).toSorted()).toEqual(wards.map((ward) => `${prefix}${ward}`));
      expect(bodies.every(({ code, ward }) => code === `${prefix}${ward}`)).toBe(true);
    }
  });

  it('knows every parent and successor, and who ended has one that lives', () => {
    for (const { parent, successor, validTo } of agencies) {
      if (parent !== null) expect(agencyOf.has(parent)).toBe(true);
      expect(successor === null).toBe(validTo === null);
      if (successor !== null) expect(agencyOf.get(successor)?.validTo).toBeNull();
    }
    expect(agencyOf.get(city.center.code)?.type).toBe('center');
  });

  it('never assigns to the center by itself, where no agency takes it up', () => {
    const sure = rules.rules.filter(({ confidence }) => confidence >= rules.assignAt);
    expect(sure.filter(({ lead }) => 'agency' in lead && lead.agency === city.center.code)).toEqual(
      [],
    );
  });

  it.each(['clean_water', 'sanitation'])('covers every ward once with %s', (service) => {
    const rows = serviceAreas.filter((row) => row.service === service);
    expect(rows.flatMap((row) => row.wards).toSorted()).toEqual(wards);
    expect(rows.every((row) => row.validFrom === '2025-07-01' && row.validTo === null)).toBe(true);
  });

  it('knows every agency and ward of the service areas', () => {
    for (const { agency, wards: served } of serviceAreas) {
      expect(agencyOf.has(agency)).toBe(true);
      if (served !== 'all') expect(served.filter((ward) => !wards.includes(ward))).toEqual([]);
    }
  });
});

describe('categories', () => {
  it('are 77, with questions that can be asked and limits that can be counted', () => {
    unique(codes(categories));
    expect(categories).toHaveLength(77);
    for (const { questions, limits, urgency, urgentCalendar, code } of categories) {
      unique(questions.map(({ key }) => key));
      for (const { key, label, type, choices } of questions) {
        expect(key).toMatch(/^[a-z][a-z0-9_]*$/u);
        expect(label.vi && label.en).toBeTruthy();
        expect((choices?.length ?? 0) > 1).toBe(type === 'choice');
        unique((choices ?? []).map(({ value }) => value));
      }
      const written = [limits.accept, limits.resolve, limits.resolveUrgent];
      for (const limit of written)
        if (limit !== null) expect(() => parseLimit(limit)).not.toThrow();
      expect([code, limits.basis.length > 0]).toEqual([code, true]);
      if (urgency === 'urgent') expect(limits.resolveUrgent).not.toBeNull();
      expect(codes(calendars)).toContain(urgentCalendar);
    }
  });

  it('never publish what hides or protects somebody', () => {
    const closed = ['PERSONAL', 'PROTECTED', 'SENSITIVE', 'DENUNCIATION_CHECK'];
    for (const { privacy, public: open, contact } of categories) {
      if (closed.includes(privacy)) expect(open).toBe(false);
      if (privacy === 'PERSONAL') expect(contact).toBe('required');
    }
    expect(categoryOf.get('HC-04')?.contact).toBe('required');
  });
});

describe('routing', () => {
  const router = compileRouter(
    rules,
    { agencies, serviceAreas },
    { timeZone: 'Asia/Ho_Chi_Minh', fold },
  );
  const at = '2026-03-10T09:00:00+07:00';
  const blank = { about: null, point: null, filer: null, at, text: '', answers: {} };

  it('has no rule that fails or never applies', () => {
    expect(checkRules(rules, { agencies, serviceAreas }, codes(categories))).toEqual([]);
  });

  it('sends every category of every ward somewhere, and conduct never to the ward', () => {
    for (const { code: category, kind, urgency } of categories) {
      const leads = wards.map((ward) => {
        return router.route({ ...blank, category, kind, urgency, ward }).lead;
      });
      expect([category, leads.includes(null)]).toEqual([category, false]);
      if (kind === 'conduct') expect(['SNV', 'SGDDT']).toEqual(expect.arrayContaining(leads));
    }
  });

  it('leaves to an operator what it cannot know', () => {
    const leftOpen = ['KH-05', 'HC-01', 'HC-02', 'HC-06', 'CV-01', 'CV-02', 'CV-03', 'CV-04'];
    for (const code of leftOpen) {
      const { kind = '', urgency = '' } = categoryOf.get(code) ?? {};
      const facts = { ...blank, category: code, kind, urgency, ward: '00256' };
      expect(router.route(facts).assign).toBe(false);
    }
  });

  it.each(samples.filter(({ expected }) => expected.agencyType !== null))(
    'sends $id to the expected kind of agency',
    (sample) => {
      const { complaint, expected, submittedAt } = sample;
      const { code = '', kind = '' } = categoryOf.get(expected.category ?? '') ?? {};
      const { lead } = router.route({
        category: code,
        kind,
        about: null,
        urgency: expected.urgency,
        ward: wardOf(sample),
        point: null,
        filer: null,
        at: submittedAt,
        text: complaint.text,
        answers: complaint.answers,
      });
      if (lead !== null) expect(agencyOf.get(lead)?.type).toBe(expected.agencyType);
      expect(lead === null && wardOf(sample) !== null).toBe(false);
    },
  );
});

// Official days of state agencies, by hand from the yearly notices.
const officialDays: Record<string, { off: string; work: string }> = {
  2024: {
    off: '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03',
    work: '05-04',
  },
  2025: {
    off: '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02',
    work: '04-26',
  },
  2026: {
    off: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02',
    work: '01-10 08-22',
  },
};

describe('calendars', () => {
  const office = calendars.find(({ code }) => code === city.calendar);

  it.each(Object.entries(officialDays))('name the official days of %s exactly', (year, days) => {
    const named = (kind: 'off' | 'work') =>
      (office?.days ?? [])
        .filter((day) => day.kind === kind && day.date.startsWith(year))
        .map(({ date }) => date.slice(5))
        .toSorted()
        .join(' ');
    expect({ off: named('off'), work: named('work') }).toEqual(days);
  });

  it.each([
    ['2026-02-13T16:50', '8wh', '2026-02-23T16:50'],
    ['2026-08-21T15:00', '8wh', '2026-08-22T15:00'],
    ['2026-08-20T09:00', '3wd', '2026-08-24T17:00'],
    ['2026-08-28T16:00', '8wh', '2026-09-03T16:00'],
    ['2025-12-31T16:00', '8wh', '2026-01-05T16:00'],
    ['2026-04-24T17:30', '8wh', '2026-04-28T17:00'],
    ['2026-04-28T09:00', '3wd', '2026-05-05T17:00'],
    ['2026-03-10T12:30', '4wh', '2026-03-10T17:00'],
    ['2026-03-14T09:00', '4wh', '2026-03-16T12:00'],
    ['2026-02-06T09:00', '10d', '2026-02-23T17:00'],
  ])('%s and %s end at %s', (from, limit, due) => {
    if (!office) throw new Error('no calendar of the city');
    const at = (local: string) => new Date(`${local}:00+07:00`);
    const end = WorkCalendar.compile(office).due(at(from), parseLimit(limit));
    expect(end.toISOString()).toBe(at(due).toISOString());
  });
});

describe('demonstration', () => {
  it('has 62 samples whose points fall in a ward and whose answers are complete', () => {
    unique(samples.map(({ id }) => id));
    expect(samples).toHaveLength(62);
    for (const sample of samples) {
      const { category, place, answers, filer } = sample.complaint;
      if (place) expect(wards).toContain(wardOf(sample));
      const given = category === null ? null : categoryOf.get(category);
      if (!given) {
        expect([sample.id, category, answers]).toEqual([sample.id, null, {}]);
        continue;
      }
      expect([sample.id, faults(given, answers)]).toEqual([sample.id, []]);
      expect(given.place === 'required' && !place).toBe(false);
      expect(given.contact === 'required' && !filer).toBe(false);
    }
  });

  it('names staff of known agencies at reserved addresses', () => {
    const staff =
      load<{ login: string; agency: string | null; email: string }[]>('demo/staff.json');
    unique(staff.map(({ login }) => login));
    for (const { agency, email } of staff) {
      if (agency !== null) expect(agencyOf.has(agency)).toBe(true);
      expect(email).toMatch(/@demo\.example$/u);
    }
  });

  it('maps requests of Los Angeles to known categories and wards', () => {
    const la = load<Import>('imports/la311.json');
    expect(Object.keys(la.categories)).toHaveLength(12);
    for (const { category, answers = {} } of Object.values(la.categories)) {
      const known = categoryOf.get(category);
      expect(known).toBeDefined();
      if (known) expect(faults(known, answers).filter((it) => it.startsWith('wrong'))).toEqual([]);
    }
    expect(Object.keys(la.areas)).toHaveLength(98);
    expect(Object.values(la.areas).filter((ward) => !wards.includes(ward))).toEqual([]);
    expect(Object.keys(la.statuses).toSorted()).toEqual(['Cancelled', 'Closed', 'Referred Out']);
    expect(Object.keys(la.channels)).toHaveLength(7);
  });
});

it('is written in normal form', () => {
  const files = ['city', 'areas', 'agencies', 'categories', 'routing', 'diversion', 'demo/samples'];
  for (const file of files) {
    const written = text(`${file}.json`);
    expect(written.normalize('NFC') === written).toBe(true);
  }
});
