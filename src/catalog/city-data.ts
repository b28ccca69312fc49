import type { CategoryLimits, Policy } from '#deadlines';
import type { DiversionRules } from '#diversion';
import type { StormRules } from '#incidents';
import type { Kind, RejectReason, Urgency, Words } from '#lifecycle';
import type { PrivacyClass } from '#privacy';
import type { Agency as RoutedAgency, RuleSet, ServiceArea } from '#routing';
import type { CalendarSpec } from '#working-time';

export interface CityCard {
  code: string;
  name: Words;
  timeZone: string;
  center: { code: string; name: Words };
  hotline: string;
  languages: string[];
  bounds: { south: number; west: number; north: number; east: number };
  /** Numbers to call instead of writing; `words` in a text call for one. */
  emergency: { number: string; name: Words; words: { vi: string[]; en: string[] } }[];
  /** How long an ended complaint keeps its words and its filer, by privacy class: '24mo', '30d', '5y'. */
  retention: Record<PrivacyClass, string>;
  /** Within how many days after its answer the same at the same place is a repeat, by group of categories. */
  recurrence: { basis: string; days: Record<string, number> };
  /** What services and types of agencies are called where a decision gives its reasons. */
  names?: { services: Record<string, Words>; types: Record<string, Words> };
}

export interface Area {
  code: string;
  kind: 'city' | 'ward' | 'commune';
  name: Words;
  parent: string | null;
  validFrom: string;
  validTo: string | null;
}

export interface Agency extends RoutedAgency {
  shortName: string;
  head: { title: Words };
  /** It has no accounts: what is its matter goes to this address with a link. */
  partner?: { email: string };
  /** How colleagues reach it. */
  contact?: { phone?: string; email?: string; address?: string };
}

export interface Question {
  key: string;
  type: 'text' | 'choice' | 'datetime' | 'number';
  required: boolean;
  label: Words;
  choices?: { value: string; label: Words }[];
}

export interface Category {
  code: string;
  group: { code: string; name: Words };
  name: Words;
  kind: Kind;
  urgency: Urgency;
  urgentWords: { vi: string[] };
  urgentCalendar: string;
  limits: Omit<CategoryLimits, 'urgentCalendar'> & { basis: string };
  place: 'required' | 'optional' | 'none';
  contact: 'required' | 'optional';
  questions: Question[];
  privacy: PrivacyClass;
  /** Where it differs from that of the privacy class. */
  retention?: string;
  public: boolean;
  /** Opened by the center or the program, never filed by somebody. */
  internal?: boolean;
  /** Nothing is filed under it any more; what was filed stays under it. */
  closed?: boolean;
  duplicate: {
    radiusMeters: number;
    windowHours: number;
    /** Where it differs from that of the group. */
    recurrence?: { days: number; basis: string };
  };
  keywords: { vi: string[] };
}

/** The calendar of an agency, and of all beneath it that have none of their own. */
export interface AgencyCalendar {
  agency: string;
  calendar: string;
  validFrom: string;
  /** Its last day; null: until another. */
  validTo: string | null;
  basis: string;
}

/** A text that a reply to somebody begins with; words in braces are put in, those in brackets are left to the writer. */
export interface ReplyTemplate {
  code: string;
  /** The command that it is for. */
  command: string;
  reason?: RejectReason;
  title: Words;
  text: Words;
}

/** Words that the city has given a mail in place of those delivered with the program. */
export interface MailText {
  code: string;
  subject: Words;
  text: Words;
}

/** Everything the program knows of a city; each value is one file of the city's folder. */
export interface CityData {
  city: CityCard;
  areas: Area[];
  ward_shapes: unknown;
  agencies: Agency[];
  service_areas: ServiceArea[];
  categories: Category[];
  calendars: CalendarSpec[];
  agency_calendars: AgencyCalendar[];
  policy: Policy;
  rule_set: RuleSet;
  diversion: DiversionRules;
  storms: StormRules;
  reply_templates: ReplyTemplate[];
  mail_texts: MailText[];
}

export const cityFiles: Record<keyof CityData, string> = {
  city: 'city.json',
  areas: 'areas.json',
  ward_shapes: 'wards.geojson',
  agencies: 'agencies.json',
  service_areas: 'service-areas.json',
  categories: 'categories.json',
  calendars: 'calendars.json',
  agency_calendars: 'agency-calendars.json',
  policy: 'policies.json',
  rule_set: 'routing.json',
  diversion: 'diversion.json',
  storms: 'storms.json',
  reply_templates: 'reply-templates.json',
  mail_texts: 'mail-texts.json',
};
