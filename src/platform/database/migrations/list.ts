import { Spine1795300000000 } from './1795300000000-spine.js';
import { SignIn1795400010000 } from './1795400010000-sign-in.js';

/** In the order they run; a landed one is never edited. */
export const migrations = [Spine1795300000000, SignIn1795400010000];
