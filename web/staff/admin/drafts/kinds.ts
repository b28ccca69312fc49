/** What is edited here; the first are edited in forms of their own. */
export const kinds = [
  'calendars',
  'rule_set',
  'policy',
  'agencies',
  'service_areas',
  'agency_calendars',
] as const;
export type Kind = (typeof kinds)[number];
