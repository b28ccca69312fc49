export * from './classes.js';
export * from './contact.js';
