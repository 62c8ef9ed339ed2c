// Public interface of the compiler.

export { checkContentSamples } from './check-content-samples.ts';
export { commonLanguages, makeJsonSchema, type SchemaName } from './decode/index.ts';
export { compileContent } from './pipeline.ts';
