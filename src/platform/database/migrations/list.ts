import { Spine1795300000000 } from './1795300000000-spine.js';
import { Limits1795400040000 } from './1795400040000-limits.js';

/** In the order they run; a landed one is never edited. */
export const migrations = [Spine1795300000000, Limits1795400040000];
