// Codes → their encoded tokens, in this thread, or in several threads if there is enough code.

import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CodeText } from '../compiler/model/index.ts';
import { compareText } from '../compiler/text/index.ts';
import { encodeTokens } from './encoded-tokens.ts';

/** Characters that one thread colours in the time that another thread needs to start and load its grammars. */
const charactersPerThread = 1_000_000;

/** More threads are not faster: they wait for memory. */
const maxThreads = 8;

/** The program of a thread. In the npm package it is JavaScript. */
const program = new URL(`./highlight-worker${extname(import.meta.filename)}`, import.meta.url);

/**
 * Colours codes; the result has their order.
 * @param threads number of threads; by default as many as save time
 */
export async function highlightCodes(
  codes: readonly CodeText[],
  threads = threadsFor(codes),
): Promise<readonly string[]> {
  if (threads > 1) return highlightInThreads(codes, threads);
  const { createShikiHighlighter } = await import('./shiki-highlighter.ts');
  const highlighter = await createShikiHighlighter(codes.map(({ grammar }) => grammar));
  try {
    return codes.map(({ text, grammar }) => encodeTokens(highlighter.highlight(text, grammar)));
  } finally {
    highlighter.dispose();
  }
}

function threadsFor(codes: readonly CodeText[]): number {
  const characters = codes.reduce((sum, { text }) => sum + text.length, 0);
  return Math.min(availableParallelism(), maxThreads, Math.ceil(characters / charactersPerThread));
}

/** Gives each thread whole grammars where possible, so that few threads load the same grammar. */
async function highlightInThreads(codes: readonly CodeText[], threads: number): Promise<readonly string[]> {
  const order = codes
    .map((code, at) => ({ code, at }))
    .sort((a, b) => compareText(a.code.grammar, b.code.grammar) || a.at - b.at);
  const size = Math.ceil(order.length / threads);
  const shares = Array.from({ length: threads }, (_, i) => order.slice(i * size, (i + 1) * size));
  const encoded: string[] = [];
  await Promise.all(
    shares.map(async (share) => {
      const results = await highlightInThread(share.map(({ code }) => code));
      for (const [i, { at }] of share.entries()) encoded[at] = results[i]!;
    }),
  );
  return encoded;
}

/** @throws the thread's error, if it ends without a result */
function highlightInThread(codes: readonly CodeText[]): Promise<readonly string[]> {
  const worker = new Worker(program);
  return new Promise<readonly string[]>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A thread that colours code ended with ${code}.`)));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(codes);
  }).finally(() => worker.terminate());
}
