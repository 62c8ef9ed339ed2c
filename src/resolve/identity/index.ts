// The door of `identity`: which items of an entity are the same field in every language, and what its anchor is.

export { identifyItems, type Identities, type IdentityClash, type IdentityInput } from './identify-items.ts';
export type { Field } from './match-items.ts';
