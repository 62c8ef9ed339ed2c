// Codes → their encoded tokens, in this thread, or in several threads if there is enough code.

import { availableParallelism } from 'node:os';
import type { CodeText } from '../compiler/model/index.ts';
import { encodeTokens } from './encoded-tokens.ts';
import { HighlightThreads } from './highlight-threads.ts';

/** Characters that one thread colours in the time that another thread needs to start and load its grammars. */
const charactersPerThread = 1_000_000;

/** More threads are not faster: they wait for memory. */
const maxThreads = 8;

/**
 * Colours codes; the result has their order.
 * @param threads number of threads; by default as many as save time
 */
export async function highlightCodes(
  codes: readonly CodeText[],
  threads = threadsFor(codes),
): Promise<readonly string[]> {
  if (threads > 1) {
    const pool = new HighlightThreads(threads);
    try {
      const encoded: string[] = [];
      await pool.colour(codes, (at, made) => (encoded[at] = made));
      return encoded;
    } finally {
      await pool.stop();
    }
  }
  const { createShikiHighlighter } = await import('./shiki-highlighter.ts');
  const highlighter = await createShikiHighlighter(codes.map(({ grammar }) => grammar));
  try {
    return codes.map(({ text, grammar }) => encodeTokens(highlighter.highlight(text, grammar)));
  } finally {
    highlighter.dispose();
  }
}

/** Number of threads that save time for codes; at least 1. */
export function threadsFor(codes: readonly CodeText[]): number {
  const characters = codes.reduce((sum, { text }) => sum + text.length, 0);
  return Math.min(availableParallelism(), maxThreads, Math.max(1, Math.ceil(characters / charactersPerThread)));
}
