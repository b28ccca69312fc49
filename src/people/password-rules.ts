import { fold } from '#vietnamese';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

/** Why a password cannot be taken. */
export interface PasswordFault {
  code: 'too_short' | 'too_long' | 'known_word' | 'common';
  vi: string;
  en: string;
}

const faults = {
  too_short: {
    vi: `Mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự.`,
    en: `A password has at least ${SHORTEST_PASSWORD} characters.`,
  },
  too_long: {
    vi: `Mật khẩu có nhiều nhất ${LONGEST_PASSWORD} ký tự.`,
    en: `A password has at most ${LONGEST_PASSWORD} characters.`,
  },
  known_word: {
    vi: 'Mật khẩu không được chứa tên đăng nhập, tên hệ thống hay tên thành phố.',
    en: 'A password may not contain the login, the name of the system or of the city.',
  },
  common: {
    vi: 'Mật khẩu này quá dễ đoán.',
    en: 'This password is too easy to guess.',
  },
} satisfies Record<PasswordFault['code'], { vi: string; en: string }>;

// What the lists of the most used passwords are made of, folded; the longer ones first.
const stems =
  `administrator chaomungban trungtam matkhaumoi khongbiet anhyeuem emyeuanh nhanvien password passw0rd p@ssword
  p@ssw0rd computer football iloveyou internet princess starwars sunshine superman whatever changeme vietnam
  matkhau welcome trustno1 monkey dragon master secret letmein qwerty qwertz azerty asdfgh zxcvbn 1q2w3e4r5t 1q2w3e4r
  1qaz2wsx q1w2e3r4 zaq12wsx saigon admin hello login canbo guest default test root user pass`
    .split(/\s+/)
    .toSorted((one, other) => other.length - one.length);
const keyboard = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
];

const RUN = 3;
const LEAST_LEFT = 6;
const LEAST_DIFFERENT = 5;

const backwards = (text: string) => [...text].toReversed().join('');
const rows = keyboard.flatMap((row) => [row, backwards(row)]);
const bare = (text: string) => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The length of what begins at `from` as a row of keys, of the alphabet, of digits, or as one letter repeated. */
function runAt(text: string, from: number): number {
  const same = /^(.)\1*/u.exec(text.slice(from))?.[0].length ?? 0;
  let length = RUN;
  while (
    from + length <= text.length &&
    rows.some((row) => row.includes(text.slice(from, from + length)))
  )
    length += 1;
  return Math.max(same, length - 1);
}

function withoutRuns(text: string): string {
  let left = '';
  for (let at = 0; at < text.length;) {
    const run = runAt(text, at);
    if (run < RUN) left += text[at];
    at += run < RUN ? 1 : run;
  }
  return left;
}

/** What a guesser does not know beforehand: the password without common words, runs and repetitions. */
function worthOf(password: string): string {
  const text = fold(password).replaceAll(/[\s._-]/g, '');
  const wordless = stems.reduce((left, stem) => left.replaceAll(stem, ''), text);
  return withoutRuns(wordless).replaceAll(/(.+?)\1+/gu, '$1');
}

/** What is wrong with a password for this login in this city; null for a good one. No mix of letters is asked for. */
export function passwordFault(password: string, login: string, city: string): PasswordFault | null {
  const found = faultIn(password, login, city);
  return found && { code: found, ...faults[found] };
}

function faultIn(password: string, login: string, city: string): PasswordFault['code'] | null {
  const { length } = [...password];
  if (length < SHORTEST_PASSWORD) return 'too_short';
  if (length > LONGEST_PASSWORD) return 'too_long';
  const letters = bare(password);
  const known = ['daumoi', bare(login), bare(city)].filter((word) => word.length >= 4);
  if (known.some((word) => letters.includes(word))) return 'known_word';
  const worth = worthOf(password);
  const easy = worth.length < LEAST_LEFT || new Set(worth).size < LEAST_DIFFERENT;
  return easy ? 'common' : null;
}
