// The door of `collect`: pages → one model.

export { collectReference, type DecodedContent } from './collect-reference.ts';
