import { Spine1795300000000 } from './1795300000000-spine.js';
import { Files1795400030000 } from './1795400030000-files.js';

/** In the order they run; a landed one is never edited. */
export const migrations = [Spine1795300000000, Files1795400030000];
