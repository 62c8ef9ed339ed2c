// The door of `check`: rules over the resolved reference.

export { checkReference } from './check-reference.ts';
