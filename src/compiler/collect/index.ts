// The door of `collect`: pages → one model.

export { collectModel, type DecodedContent } from './collect-model.ts';
