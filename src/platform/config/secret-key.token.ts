/** Where the secret key is injected: 32 bytes, from which `derive` makes one key for each purpose. */
export const SECRET_KEY = Symbol('SECRET_KEY');
