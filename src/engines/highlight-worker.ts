// A thread that colours code: codes in, encoded tokens out. It keeps the grammars that it has loaded.

import { parentPort } from 'node:worker_threads';
import type { CodeText } from '../compiler/model/index.ts';
import { encodeTokens } from './encoded-tokens.ts';
import type { ColouredCodes, HighlightTask } from './highlight-threads.ts';
import { createShikiHighlighter, type ShikiHighlighter } from './shiki-highlighter.ts';

/** Codes that are coloured before messages are looked at. */
const perAnswer = 8;

const highlighters = new Map<string, ShikiHighlighter>();
/** Codes that are not coloured yet, by their numbers, in order. */
let waiting = new Map<number, CodeText>();

async function load(grammars: readonly string[]): Promise<void> {
  const missing = new Set(grammars.filter((grammar) => !highlighters.has(grammar)));
  if (missing.size === 0) return;
  const made = await createShikiHighlighter(missing);
  for (const grammar of missing) highlighters.set(grammar, made);
}

async function colourWaiting(): Promise<void> {
  while (waiting.size > 0) {
    const next: [number, CodeText][] = [];
    for (const entry of waiting) if (next.push(entry) === perAnswer) break;
    for (const [number] of next) waiting.delete(number);
    await load(next.map(([, { grammar }]) => grammar));
    const coloured: ColouredCodes = next.map(([number, { text, grammar }]) => [
      number,
      encodeTokens(highlighters.get(grammar)!.highlight(text, grammar)),
    ]);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort!.postMessage(coloured);
    await new Promise((done) => setImmediate(done));
  }
}

/** Moves codes to the front. */
function putFirst(numbers: readonly number[]): void {
  const first = numbers.flatMap((number): [number, CodeText][] => {
    const code = waiting.get(number);
    return code === undefined ? [] : [[number, code]];
  });
  waiting = new Map([...first, ...waiting]);
}

// One step after the other: each loads only grammars that no earlier one has loaded.
let last = Promise.resolve();
parentPort!.on('message', (task: HighlightTask) => {
  if ('first' in task) {
    putFirst(task.first);
  } else if ('grammars' in task) {
    // An error is thrown again for the codes.
    last = last.then(() => load(task.grammars).catch(() => {}));
  } else {
    for (const [number, code] of task.codes) waiting.set(number, code);
    last = last.then(colourWaiting);
  }
});
