export { compare, matterOf } from './compare.js';
export { compileFamilies } from './families.js';
export { groupsOf } from './groups.js';
export { type Box, boxAround, distance } from './near.js';
export { apart } from './time.js';
export { reachOf } from './reach.js';
export { similarity, trigramsOf } from './trigrams.js';
export type { Facts, Likeness, Matter, Point, Reason, Rule } from './types.js';
export { weights } from './weights.js';
