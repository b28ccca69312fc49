export { find } from './find.js';
export { marks, personalKinds, publicNumbers, type PersonalKind, type Span } from './kinds.js';
export { mask } from './mask.js';
