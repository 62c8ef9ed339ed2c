// A thread that colours code: codes in, encoded tokens out.

import { parentPort } from 'node:worker_threads';
import type { CodeText } from '../compiler/model/index.ts';
import { encodeTokens } from './encoded-tokens.ts';
import { createShikiHighlighter } from './shiki-highlighter.ts';

parentPort!.on('message', async (codes: readonly CodeText[]) => {
  const highlighter = await createShikiHighlighter(codes.map(({ grammar }) => grammar));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort!.postMessage(codes.map(({ text, grammar }) => encodeTokens(highlighter.highlight(text, grammar))));
});
