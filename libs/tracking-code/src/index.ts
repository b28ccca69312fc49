export { spelled, type Spelled } from './spelling.js';
export { makeTrackingCode, parseTrackingCode } from './tracking-code.js';
