// The door of `check`: rules over the resolved reference.

export { checkReference, type Rule } from './check-reference.ts';
