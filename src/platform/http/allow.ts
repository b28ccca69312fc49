import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import { isOpen, keyScopeNames, roleOfKey, type Permission } from '#permissions';

/** The metadata key under which a route or gateway says what it needs; without it everybody is refused. */
export const ALLOWED = 'allowed';

const isForKeys = (permission: Permission) =>
  [true, false].some((ofAgency) => roleOfKey(keyScopeNames, ofAgency, permission) !== null);

/** What a route or gateway needs, by the permission table. */
export const Allow = (permission: Permission) =>
  applyDecorators(
    SetMetadata(ALLOWED, permission),
    ...(isOpen(permission) ? [] : [ApiSecurity('session')]),
    ...(!isOpen(permission) && isForKeys(permission) ? [ApiSecurity('key')] : []),
  );
