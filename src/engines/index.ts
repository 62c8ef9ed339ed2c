// The door of `engines`: what needs WebAssembly, threads or large data, behind interfaces of the model.

export { createShikiHighlighter } from './shiki-highlighter.ts';
