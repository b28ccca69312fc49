import { Spine1795300000000 } from './1795300000000-spine.js';
import { IdentityProvider1795400020000 } from './1795400020000-identity-provider.js';

/** In the order they run; a landed one is never edited. */
export const migrations = [Spine1795300000000, IdentityProvider1795400020000];
