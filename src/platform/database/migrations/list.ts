import { Spine1795300000000 } from './1795300000000-spine.js';
import { SealedIdentity1795400050000 } from './1795400050000-sealed-identity.js';

/** In the order they run; a landed one is never edited. */
export const migrations = [Spine1795300000000, SealedIdentity1795400050000];
