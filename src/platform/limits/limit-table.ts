interface Limit {
  /** How often within the window. */
  points: number;
  seconds: number;
  /** What is counted. Addresses are counted by network, see `network`. */
  by: 'address' | 'contact' | 'code' | 'agency or person' | 'person' | 'key' | 'minute';
  why: string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Every rate limit of the program. */
export const limitTable = {
  filing: {
    points: 300,
    seconds: 10 * MINUTE,
    by: 'address',
    why: 'Mobile carriers put thousands of people behind one address, and a phone on a bad line sends twice.',
  },
  filing_contact: {
    points: 10,
    seconds: 24 * HOUR,
    by: 'contact',
    why: 'Nobody meets more than a few matters a day; a borrowed phone number must not flood the queue.',
  },
  filing_question: {
    points: 20,
    seconds: HOUR,
    by: 'address',
    why: 'A question in words is easier for a program than for some people, so this way is narrower.',
  },
  question_wrong: {
    points: 3,
    seconds: MINUTE,
    by: 'address',
    why: 'The answers are few enough to be tried out.',
  },
  filing_rate: {
    points: Number.POSITIVE_INFINITY,
    seconds: 2 * MINUTE,
    by: 'minute',
    why: 'Counted only: what a challenge costs follows from it.',
  },
  challenge: {
    points: 600,
    seconds: 10 * MINUTE,
    by: 'address',
    why: 'Twice as many as filings: a form that was left open asks again.',
  },
  tracking_miss: {
    points: 60,
    seconds: 10 * MINUTE,
    by: 'address',
    why: 'People mistype a code; who misses once in ten seconds is looking for codes of others.',
  },
  filer_command: {
    points: 30,
    seconds: 10 * MINUTE,
    by: 'code',
    why: 'Replies and ratings of one matter are a handful.',
  },
  contact_proof: {
    points: 10,
    seconds: 24 * HOUR,
    by: 'code',
    why: 'Each is a mail to the filer and five tries at a code of six digits: fifty of a million in a day.',
  },
  contact_proof_address: {
    points: 30,
    seconds: HOUR,
    by: 'address',
    why: 'A household asks once or twice; whoever asks more is sending mails to others.',
  },
  suggestion: {
    points: 900,
    seconds: 10 * MINUTE,
    by: 'address',
    why: 'The page asks at each pause of whoever writes; a few dozen for one filing.',
  },
  photo_place: {
    points: 60,
    seconds: 10 * MINUTE,
    by: 'address',
    why: 'Each reads a whole photo, and a filing has five.',
  },
  similar: {
    points: 600,
    seconds: 10 * MINUTE,
    by: 'address',
    why: 'The form asks while somebody writes; mobile carriers put thousands of people behind one address.',
  },
  caller_look_up: {
    points: 120,
    seconds: HOUR,
    by: 'person',
    why: 'Two calls a minute is more than anybody takes; who tries out numbers is looking for people.',
  },
  key: {
    points: 600,
    seconds: MINUTE,
    by: 'key',
    why: 'A system that reads everything page by page stays below; one gone wrong does not slow people down.',
  },
  key_unknown: {
    points: 60,
    seconds: 10 * MINUTE,
    by: 'address',
    why: 'A key is not found by trying; a system whose key has ended must not ask the database for ever.',
  },
  command: {
    points: 600,
    seconds: MINUTE,
    by: 'agency or person',
    why: 'Ten a second is more than an office of people does; a program gone wrong does more.',
  },
} as const satisfies Record<string, Limit>;

export type LimitKind = keyof typeof limitTable;
