// The exports of `identity`: it decides which items of an entity are the same field, and the anchor of each field.

export {
  builtInOrder,
  identifyItems,
  type Identities,
  type IdentityClash,
  type IdentityInput,
} from './identify-items.ts';
export type { Field } from './field.ts';
export type { IdentityItem } from './item-nodes.ts';
