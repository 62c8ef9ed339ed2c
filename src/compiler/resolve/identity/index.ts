// The door of `identity`: which items of an entity are the same field in every language, and what its anchor is.

export {
  builtInOrder,
  identifyItems,
  type Identities,
  type IdentityClash,
  type IdentityInput,
} from './identify-items.ts';
export type { Field } from './field.ts';
export type { IdentityItem } from './item-nodes.ts';
