export type { CaseCommand } from './case-commands.js';
export { permissionsDocument } from './document.js';
export { keyScopeNames, keyScopes, roleOfKey, type KeyScopeName } from './key-scopes.js';
export {
  isOpen,
  may,
  permissions,
  permissionsOf,
  scopeOf,
  type Grant,
  type Permission,
} from './permissions.js';
export { scopes, scopeWords, type Scope } from './scope.js';
