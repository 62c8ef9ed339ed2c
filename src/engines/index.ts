// The door of `engines`: what needs WebAssembly, threads or large data, behind interfaces of the model.

export { createSampleParser } from './grammars/sample-parser.ts';
export { drawCard } from './draw-card.ts';
export { drawMarkFile, readIcon } from './draw-mark.ts';
export { createPictureMaker } from './resvg-pictures.ts';
export { createShikiHighlighter } from './shiki-highlighter.ts';
