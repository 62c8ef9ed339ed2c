// The public API: the integration for `astro.config.mjs`, and functions for programs that compile, check, draw or
// export content themselves. Everything that this file does not export is private, and may change in any version.

export { stele, type SteleIntegration, type SteleOptions } from './astro/index.ts';

// Compile.
export { compileFolder, type CompiledFolder, type CompileFolderOptions } from './api/index.ts';
export { NoContent, readContent, type ContentRead } from './project/index.ts';
export { compileContent, makeJsonSchema, type SchemaName } from './compiler/index.ts';
export type { AssetFile, Compilation, ContentSource, ResolvedModel, Sample } from './compiler/model/index.ts';

// View.
export { openViews, type SiteViews } from './api/index.ts';
export type {
  AbsentView,
  Address,
  BlockView,
  BodyComponent,
  BodyPiece,
  CodeView,
  ContentsView,
  DeprecatedView,
  EntityView,
  HeadView,
  LanguageView,
  LinkView,
  ListView,
  MissingView,
  NavigationView,
  PageView,
  PanelView,
  RowView,
  SelectorView,
  SignaturePart,
  SiteView,
  TabView,
  TypeSpanView,
} from './compiler/model/index.ts';

// Diagnostics.
export {
  formatJson,
  type Code,
  type Diagnostic,
  type RelatedPlace,
  type Severity,
} from './compiler/diagnostics/index.ts';
export { pointAt, type Point, type Range, type SourceFile } from './compiler/source/index.ts';

// Export.
export {
  exportReference,
  type Reference,
  type ReferenceEntity,
  type ReferenceForm,
  type ReferenceItem,
  type ReferencePage,
  type ReferenceSample,
} from './outputs/export/index.ts';
