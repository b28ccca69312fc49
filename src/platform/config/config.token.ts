/** Where the program's configuration is injected. */
export const CONFIG = Symbol('CONFIG');
