// The door of `engines`: what needs WebAssembly, threads or large data, behind interfaces of the model.

export { createSampleParser } from './grammars/sample-parser.ts';
export { createShikiHighlighter } from './shiki-highlighter.ts';
