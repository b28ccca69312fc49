import type { DraftView } from '../../src/catalog/publishing/drafts.dto.js';
import { City } from '../../src/catalog/city.js';
import type { CityData } from '../../src/catalog/city-data.js';
import type { Api } from '../world/api.js';
import type { World } from '../world/world.js';

export const cityOf = (world: World) => world.app.get(City, { strict: false });

export async function draftOf(
  admin: Api,
  kind: keyof CityData,
  definition?: unknown,
): Promise<DraftView> {
  const body = { kind, title: 'Bản mới', ...(definition !== undefined && { definition }) };
  return (await admin.post('/api/drafts', body).expect(201)).body as DraftView;
}

export const publish = (admin: Api, { id, version }: DraftView, more: object = {}) =>
  admin
    .post(`/api/drafts/${id}/publish`, { document: '45/QĐ-UBND', ...more })
    .set('if-match', `"${version}"`);

export interface Finding {
  level: string;
  field: string;
  code: string;
  detail: { vi: string; en: string };
}

export async function findingsOf(by: Api, { id }: DraftView): Promise<Finding[]> {
  const { body } = await by.get(`/api/drafts/${id}/check`).expect(200);
  return body.findings as Finding[];
}
