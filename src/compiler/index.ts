// Public interface of the compiler.

export { checkContentSamples } from './check-content-samples.ts';
export { collectSamples } from './collect/index.ts';
export { CompileMemory } from './compile-memory.ts';
export { builtInLanguages, commonLanguages, makeJsonSchema, type SchemaName } from './decode/index.ts';
export { compileContent, compileInSteps, runSteps, type CompileOptions, type QuickModel } from './pipeline.ts';
export { compileEdited, type EditedSite, type SiteEdits } from './compile-edited.ts';
export { renewFacts, type FileEdit } from './edit-facts.ts';
export type { KeptFiles } from './kept-site.ts';
export { openKept } from './open-kept.ts';
export { listFacts } from './list-facts.ts';
export { renewPages } from './renew-pages.ts';
