// Public interface of `model`: types, one file per stage's output, with pure functions over them, and the interfaces of
// engines.

export type * from './approval.ts';
export type * from './data.ts';
export type * from './document.ts';
export type * from './engines.ts';
export type * from './page.ts';
export type * from './picture.ts';
export type * from './content-model.ts';
export type * from './resolved.ts';
export type * from './sample-syntax.ts';
export type * from './search-records.ts';
export type * from './site-data.ts';
export type * from './site-facts.ts';
export type * from './site.ts';
export type * from './stages.ts';
export type * from './view/index.ts';

export { pathOf } from './address-path.ts';
export { leavesOf } from './description-tables.ts';
export { isBelow, sectionOf } from './section-of.ts';
export { anchorsOf, fieldsOf, formsOf, rowsOf, markdownOf, optionsOf, typeText, withInnerRows } from './items.ts';
export {
  isHeading,
  isParent,
  listNodes,
  rangeOfNode,
  visitNodes,
  visitParents,
  wordsOf,
  type ParentNode,
} from './markdown-nodes.ts';
