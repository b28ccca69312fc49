/** What a field of day and hour holds, as an instant: the city has one zone, without summer time. */
export const instantOf = (local: string) => `${local}:00+07:00`;

/** The beginning of a day of the city. */
export const dayBegins = (day: string) => instantOf(`${day}T00:00`);
