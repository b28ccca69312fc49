import { Spine1795300000000 } from './1795300000000-spine.js';
import { ComplainedAbout1795400060000 } from './1795400060000-complained-about.js';

/** In the order they run; a landed one is never edited. */
export const migrations = [Spine1795300000000, ComplainedAbout1795400060000];
