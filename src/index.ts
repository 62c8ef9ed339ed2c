// The public API: the integration for `astro.config.mjs`, and the compiler for tools outside of Stele.

export { stele, type SteleOptions } from './astro/index.ts';
export { formatJson, type Code, type Diagnostic, type Severity } from './compiler/diagnostics/index.ts';
export { exportReference } from './outputs/export/index.ts';
export type * from './compiler/model/index.ts';
export { compileContent, makeJsonSchema } from './compiler/index.ts';
export type { Compilation, ContentSource } from './compiler/model/index.ts';
export { readContent, type ContentRead } from './project/index.ts';
export { pointAt, type Point, type Range, type SourceFile } from './compiler/source/index.ts';
