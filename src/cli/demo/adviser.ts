import { compileRouter, type Router } from '#routing';
import type { Urgency } from '#lifecycle';
import { fold } from '#vietnamese';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cityFiles, type CityData } from '../../catalog/city-data.js';
import type { CaseView } from '../../complaints/dto/case-view.dto.js';
import type { Sample } from './samples.js';

/** What an operator looks up: whom the city's rules name once a category is known. */
export class Adviser {
  private constructor(
    private readonly router: Router,
    private readonly data: Pick<CityData, 'agencies' | 'categories' | 'city'>,
  ) {}

  static async of(cityDir: string): Promise<Adviser> {
    const read = async <K extends keyof CityData>(kind: K) =>
      JSON.parse(await readFile(join(cityDir, cityFiles[kind]), 'utf8')) as CityData[K];
    const city = await read('city');
    const agencies = await read('agencies');
    const directory = { agencies, serviceAreas: await read('service_areas') };
    const { timeZone } = city;
    const router = compileRouter(await read('rule_set'), directory, { timeZone, fold });
    return new Adviser(router, { agencies, categories: await read('categories'), city });
  }

  get center(): string {
    return this.data.city.center.code;
  }

  typeOf(agency: string): string | null {
    return this.data.agencies.find(({ code }) => code === agency)?.type ?? null;
  }

  /** The committee of a case's ward, or of another ward where it has none that could take it. */
  committeeOf({ place, lead, about }: CaseView): string {
    const committees = this.data.agencies.filter(
      ({ type, code }) => type === 'committee' && code !== lead && code !== about,
    );
    return (committees.find((one) => one.ward === place.ward) ?? committees[0])!.code;
  }

  leadFor(sample: Sample, category: string, urgency: Urgency, seen: CaseView): string {
    const { lat, lon } = seen.place;
    const { lead } = this.router.route({
      category,
      kind: this.data.categories.find(({ code }) => code === category)?.kind ?? 'report',
      about: seen.about,
      urgency,
      ward: seen.place.ward,
      point: lat === null || lon === null ? null : { lat, lon },
      filer: null,
      at: seen.filedAt,
      text: sample.complaint.text,
      answers: seen.answers as Record<string, string>,
    });
    return lead && lead !== this.center ? lead : this.byType(sample.expected.agencyType, seen);
  }

  /** The rules know no unit for a case without a place: the operator chooses one of the right sort. */
  private byType(type: string | null, seen: CaseView): string {
    const found = this.data.agencies.find((one) => one.type === type && one.validTo === null);
    return found && found.code !== this.center ? found.code : this.committeeOf(seen);
  }
}
