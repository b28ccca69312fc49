/** What the help lists; each key stands for words of the console. */
export const everywhere = {
  'Ctrl K': 'keys.palette',
  '?': 'keys.help',
  z: 'keys.undo',
  y: 'keys.now',
} as const;

export const listKeys = {
  j: 'keys.down',
  k: 'keys.up',
  'Enter, o': 'keys.open',
  x: 'keys.select',
  '/': 'keys.search',
  r: 'keys.refresh',
} as const;

export const queueKeys = {
  'g o': 'open',
  'g t': 'triage',
  'g a': 'arbitration',
  'g r': 'review',
  'g w': 'waiting',
  'g x': 'extensions',
  'g l': 'late',
  'g e': 'ended',
  'g *': 'all',
} as const;

export const goTo = Object.fromEntries(
  Object.entries(queueKeys).map(([key, queue]) => [key, `queue.${queue}`]),
);

/** The commands of a case, one key each. */
export const commandKeys: Record<string, string> = {
  c: 'classify',
  a: 'assign',
  x: 'reject',
  f: 'forward',
  h: 'ask',
  r: 'reply',
  n: 'note',
  t: 'add_part',
  w: 'withdraw_part',
  d: 'split_off',
  v: 'unmark_repeat',
  p: 'publish',
  b: 'send_back',
  o: 'reopen',
  e: 'close',
  u: 'urge',
};

export const keyOf = (command: string): string | undefined =>
  Object.entries(commandKeys).find(([, name]) => name === command)?.[0];

export const caseKeys = {
  ...Object.fromEntries(
    Object.entries(commandKeys).map(([key, command]) => [key, `command.${command}`]),
  ),
  s: 'keys.suggestion',
  m: 'keys.similar',
  j: 'keys.nextCase',
  k: 'keys.previousCase',
  'Ctrl Enter': 'keys.send',
  Escape: 'keys.back',
};
