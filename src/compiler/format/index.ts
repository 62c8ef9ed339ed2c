// Public interface of `format`: the only description of the content format. For each key: its values, a sentence and an
// example.

export {
  builtInVariants,
  assistantShape,
  budgetsShape,
  outputsShape,
  diffShape,
  defaults,
  headerLinkShape,
  sectionShape,
  severities,
  skillsShape,
  siteShape,
} from './site.ts';
export { canonicalTag, changeableCodes, placeholderPattern } from './text-rules.ts';
export { casings, languageShape, packageShape } from './site-languages.ts';
export { approvalKinds, approvalShape, approvalsShape } from './approvals.ts';
export { breadcrumbShape, pageShape } from './page.ts';
export { displayFlags, entityShape, itemShape, itemSpec } from './entity.ts';
export { fontShape, fontsShape, logoShape } from './site-looks.ts';
export { navigationLinkShape, navigationShape } from './navigation.ts';
export { pathInside } from './paths.ts';
export { alternatives, wantedOf } from './wording.ts';
export type * from './spec.ts';
export {
  attributesOf,
  attributeWords,
  components,
  type Attribute,
  type AttributeKind,
  type Attributes,
  type Component,
} from './components.ts';
export { commonAttributes, elements, htmlAttribute, htmlAttributesOf, ownAttributes } from './html-elements.ts';
export {
  fenceAttribute,
  fenceAttributes,
  fenceNames,
  headingKeys,
  type FenceAttribute,
  type HeadingKey,
} from './fences.ts';
export { changeKindNames, changeKinds, impacts, kindSpec, type ChangeKind, type Impact } from './change-kinds.ts';
