import { SetMetadata } from '@nestjs/common';

/** The metadata key under which a route says who may call it; a route without it is refused to all. */
export const ALLOWED = 'allowed';

/** A route that needs no session. */
export const Public = () => SetMetadata(ALLOWED, 'public');
