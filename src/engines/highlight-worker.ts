// A thread that colours code: codes in, encoded tokens out. It keeps the grammars that it has loaded.

import { parentPort } from 'node:worker_threads';
import { encodeTokens } from './encoded-tokens.ts';
import type { HighlightTask } from './highlight-threads.ts';
import { createShikiHighlighter, type ShikiHighlighter } from './shiki-highlighter.ts';

const highlighters = new Map<string, ShikiHighlighter>();

async function load(grammars: readonly string[]): Promise<void> {
  const missing = new Set(grammars.filter((grammar) => !highlighters.has(grammar)));
  const made = await createShikiHighlighter(missing);
  for (const grammar of missing) highlighters.set(grammar, made);
}

async function answer(task: HighlightTask): Promise<void> {
  // An error is thrown again for the codes.
  if ('grammars' in task) return load(task.grammars).catch(() => {});
  await load(task.map(({ grammar }) => grammar));
  const encoded = task.map(({ text, grammar }) => encodeTokens(highlighters.get(grammar)!.highlight(text, grammar)));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort!.postMessage(encoded);
}

// One task after the other: each loads only grammars that no earlier one has loaded.
let last = Promise.resolve();
parentPort!.on('message', (task: HighlightTask) => {
  last = last.then(() => answer(task));
});
