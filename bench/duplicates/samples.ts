import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Matter, Point } from '#likeness';
import { AreaIndex, shapesFromGeoJson } from '#routing';
import { phraseKey } from '#vietnamese';
import type { Area, Category } from '../../src/catalog/city-data.js';
import { projectRoot } from '../../src/platform/config/project-root.js';
import { MatterReader } from '../../src/triage/likeness/matter-reader.js';

interface Sample {
  id: string;
  submittedAt: string;
  complaint: {
    category: string | null;
    text: string;
    place: { point?: Point; address?: string; ward?: string } | null;
  };
  expected: { category: string | null; duplicateGroup: string | null };
}

/** One labelled complaint with its matter, made of so much as each way of comparing is given. */
export interface Labelled {
  id: string;
  group: string | null;
  category: string | null;
  ward: string | null;
  /** With its label's category and its point. */
  labelled: Matter;
  /** As it was filed: often without a category. */
  filed: Matter;
  /** As it was filed, without the point: the place is in the words. */
  pointless: Matter;
}

const folder = join(projectRoot(), 'data', 'hanoi');
const load = <T>(file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;

export function labelledSamples(): Labelled[] {
  const areas = load<Area[]>('areas.json');
  const reader = new MatterReader({
    data: { categories: load<Category[]>('categories.json'), areas },
  });
  const map = new AreaIndex(shapesFromGeoJson(load('wards.geojson')));
  const names = areas.map(({ code, name }) => ({ code, name: phraseKey(name.vi) }));
  const named = (text: string) =>
    names.filter(({ name }) => phraseKey(text).includes(name)).map(({ code }) => code);
  return load<Sample[]>('demo/samples.json').map(({ id, submittedAt, complaint, expected }) => {
    const { text, place } = complaint;
    const point = place?.point ?? null;
    const address = place?.address ?? null;
    const ward = point ? map.wardAt(point) : (place?.ward ?? null);
    const [only, ...others] = named(`${text} ${address ?? ''}`);
    const wardInWords = others.length === 0 ? (only ?? null) : null;
    const told = { at: new Date(submittedAt), point, ward, address, text };
    return {
      id,
      group: expected.duplicateGroup,
      category: expected.category,
      ward,
      labelled: reader.read({ ...told, category: expected.category }),
      filed: reader.read({ ...told, category: complaint.category }),
      pointless: reader.read({
        ...told,
        category: complaint.category,
        point: null,
        ward: wardInWords,
      }),
    };
  });
}
