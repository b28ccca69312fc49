import { api, brought } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type InboxSection = components['schemas']['InboxSection'];
export type InboxRow = components['schemas']['InboxRow'];
export type SectionName = InboxSection['section'];

export interface InboxFilter {
  officer?: string;
}

export const readInbox = (filter: InboxFilter) =>
  brought(api.GET('/api/agencies/inbox', { params: { query: filter } }));

/** More of one section, from where its first page ended. */
export const readMore = async (filter: InboxFilter, section: SectionName, after: number) => {
  const query = { ...filter, section, after };
  const page = await brought(api.GET('/api/agencies/inbox', { params: { query } }));
  return page.sections[0] ?? null;
};
