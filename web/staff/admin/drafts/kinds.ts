/** What is edited here. */
export const kinds = [
  'calendars',
  'rule_set',
  'policy',
  'categories',
  'agencies',
  'areas',
  'service_areas',
  'agency_calendars',
  'reply_templates',
  'mail_texts',
] as const;
export type Kind = (typeof kinds)[number];
