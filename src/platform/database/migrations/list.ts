import { Spine1795300000000 } from './1795300000000-spine.js';
import { Isolation1795400900000 } from './1795400900000-isolation.js';

/** In the order they run; a landed one is never edited. */
export const migrations = [Spine1795300000000, Isolation1795400900000];
