/** Where the secret key is injected: a Buffer of 32 bytes. */
export const SECRET_KEY = Symbol('SECRET_KEY');
