import { compileFamilies, matterOf, weights, type Facts, type Matter } from '#likeness';
import { fold } from '#vietnamese';
import type { Area, Category, CityData } from '../../catalog/city-data.js';

/** What is told of a matter by whoever compares it: only what the asker may read. */
export type Told = Pick<
  Facts,
  'category' | 'at' | 'point' | 'slackMeters' | 'ward' | 'address' | 'text'
>;

interface Known {
  from: Category[];
  categories: Map<string, Category>;
  areas: ReadonlySet<string>;
  families: (text: string) => string[];
}

/** Makes matters comparable by the city's catalogue: their families, their rules, what of their words is a place. */
export class MatterReader {
  private known?: Known;

  constructor(private readonly city: { data: Pick<CityData, 'categories' | 'areas'> }) {}

  read(told: Told): Matter {
    const { categories, areas, families } = this.catalogue();
    const category = categories.get(told.category ?? '');
    const guessed = category || told.text === null ? [] : families(told.text);
    const facts = {
      ...told,
      families: category ? [category.group.code] : guessed,
      rule: category?.duplicate ?? weights.unclassified,
    };
    return matterOf(facts, areas);
  }

  /** The categories of the same families; those opened by the program itself are of nobody's. */
  siblings({ families }: Pick<Matter, 'families'>): Category[] {
    const { categories } = this.catalogue();
    return [...categories.values()].filter(
      ({ group, internal }) => !internal && families.includes(group.code),
    );
  }

  /** Compiled once for a catalogue; publishing a new one brings another. */
  private catalogue(): Known {
    const { categories, areas } = this.city.data;
    if (this.known?.from !== categories)
      this.known = {
        from: categories,
        categories: new Map(categories.map((one) => [one.code, one])),
        areas: new Set(areas.map(bareName)),
        families: compileFamilies(categories),
      };
    return this.known;
  }
}

/** 'Phường Hoàng Mai' → 'hoang mai'. */
const bareName = ({ name }: Area) =>
  fold(name.vi).replace(/^(?:phuong|xa|thi tran|thanh pho)\s+/u, '');
