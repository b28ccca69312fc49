import { ensureBuilt, ensureInstalled } from './ensure.mjs';

ensureInstalled();
ensureBuilt();
// In this same process: the signals that npm passes on reach the program itself.
await import('../dist/src/main.js');
