// The door of `resolve`: the model → the resolved reference.

export { resolveReference } from './resolve-reference.ts';
