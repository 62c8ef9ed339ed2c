// A thread that colours code: codes in, encoded tokens out. It keeps the grammars that it has loaded.

import { parentPort } from 'node:worker_threads';
import type { CodeText } from '../compiler/model/index.ts';
import { encodeTokens } from './encoded-tokens.ts';
import { createShikiHighlighter, type ShikiHighlighter } from './shiki-highlighter.ts';

const highlighters = new Map<string, ShikiHighlighter>();

parentPort!.on('message', async (codes: readonly CodeText[]) => {
  const missing = new Set(codes.map(({ grammar }) => grammar).filter((grammar) => !highlighters.has(grammar)));
  const made = await createShikiHighlighter(missing);
  for (const grammar of missing) highlighters.set(grammar, made);
  const encoded = codes.map(({ text, grammar }) => encodeTokens(highlighters.get(grammar)!.highlight(text, grammar)));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort!.postMessage(encoded);
});
