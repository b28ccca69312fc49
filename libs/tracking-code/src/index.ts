export { makeTrackingCode, parseTrackingCode } from './tracking-code.js';
