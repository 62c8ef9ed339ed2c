// The door of the compiler: what those who compile a content folder need.

export { checkContentSamples } from './check-content-samples.ts';
export { builtInLanguages, makeJsonSchema, type SchemaName } from './decode/index.ts';
export { compileContent } from './pipeline.ts';
