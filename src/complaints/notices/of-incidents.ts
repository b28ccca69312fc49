import type { ComplaintEvent } from '#lifecycle';
import type { Advanced } from '../case.js';
import { laterBy } from './later-date.js';
import { duty, filer, type Notice } from './recipients.js';
import type { Template } from './templates.js';

type Placed = Extract<ComplaintEvent, { type: 'made_main' | 'left' }>;

/** Whoever gets a matter to lead that had followed another. */
const leader = ({ data: { place } }: Placed): Notice[] =>
  place?.lead ? [duty('agency_head', place.lead, 'staff_assigned')] : [];

const stepTemplates: Partial<Record<string, Template>> = {
  assigned: 'incident_forwarded',
  published: 'incident_result',
};

/** What comes of an incident: each of its filers is told what happens to the one that goes ahead. */
export const ofIncidents = {
  joined: () => [filer('incident_joined')],
  made_main: (event: Extract<Placed, { type: 'made_main' }>) =>
    event.data.from === event.data.incident
      ? leader(event)
      : [filer('incident_joined'), ...leader(event)],
  followed: ({ data, at }: Extract<ComplaintEvent, { type: 'followed' }>, one: Advanced) => {
    if (data.extension) return laterBy(at, 'extension', one);
    const template = stepTemplates[data.what];
    return template ? [filer(template)] : [];
  },
  left: (event: Extract<Placed, { type: 'left' }>) =>
    ['taken_out', 'dissolved'].includes(event.data.why)
      ? [filer('incident_left'), ...leader(event)]
      : [],
};
