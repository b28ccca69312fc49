import { Spine1795300000000 } from './1795300000000-spine.js';
import { Diversion1795400080000 } from './1795400080000-diversion.js';

/** In the order they run; a landed one is never edited. */
export const migrations = [Spine1795300000000, Diversion1795400080000];
