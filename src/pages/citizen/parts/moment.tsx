import { writeMoment, type Language } from '../../../platform/moment.js';

/** How moments are written on a page: its language, and the city's zone. */
export interface Written {
  language: Language;
  timeZone: string;
}

export const Moment = ({ at, language, timeZone }: Written & { at: string }) => (
  <time dateTime={at}>{writeMoment(new Date(at), language, timeZone)}</time>
);
