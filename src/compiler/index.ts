// Public interface of the compiler.

export { checkContentSamples } from './check-content-samples.ts';
export { builtInLanguages, makeJsonSchema, type SchemaName } from './decode/index.ts';
export { compileContent } from './pipeline.ts';
