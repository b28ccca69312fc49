import type { Actor } from '#lifecycle';

/** Sessions, links and second factors are nobody else's to touch: accounts are kept by the program, for who may ask it. */
export const registrar: Actor = { kind: 'system', name: 'accounts' };
