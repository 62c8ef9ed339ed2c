// Public interface of `engines`: code that needs WebAssembly, threads or large data, behind interfaces of the model.

import type { Highlighter } from '../compiler/model/index.ts';

export { drawCard } from './draw-card.ts';
export { drawMarkFile } from './draw-mark.ts';
export { decodeTokens } from './encoded-tokens.ts';
export { createSampleParser } from './grammars/sample-parser.ts';
export { highlightCodes, threadsFor } from './highlight-codes.ts';
export { HighlightThreads } from './highlight-threads.ts';
export { startPictureProcess, type PictureProcess } from './picture-process.ts';
export { createPictureMaker } from './resvg-pictures.ts';
export { WarmHighlighter } from './warm-highlighter.ts';

/** Loads Shiki only when code must be coloured: a build whose colours are all cached does not need it. */
export async function createShikiHighlighter(grammars: Iterable<string>): Promise<Highlighter> {
  return (await import('./shiki-highlighter.ts')).createShikiHighlighter(grammars);
}
