// Threads that colour code. They keep their grammars, and run beside the work of this thread.

import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CodeText } from '../compiler/model/index.ts';
import { compareText } from '../compiler/text/index.ts';

/** The program of a thread. In the npm package it is JavaScript. */
const program = new URL(`./highlight-worker${extname(import.meta.filename)}`, import.meta.url);

/** A message to a thread: codes, which it answers with their encoded tokens, or grammars to load. */
export type HighlightTask = readonly CodeText[] | { readonly grammars: readonly string[] };

export class HighlightThreads {
  readonly #workers: Worker[] = [];
  /** The thread that has loaded a grammar. */
  readonly #byGrammar = new Map<string, Worker>();
  #last: Promise<unknown> = Promise.resolve();

  /** Starts threads. They do not keep the process running. */
  constructor(count: number) {
    this.grow(count);
  }

  /** Starts more threads, until there are as many as a count. */
  grow(count: number): void {
    while (this.#workers.length < count) {
      const worker = new Worker(program);
      worker.unref();
      this.#workers.push(worker);
    }
  }

  /** Lets the first thread load grammars that codes will have. Other threads load grammars when they get codes. */
  prepare(grammars: readonly string[]): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#workers[0]?.postMessage({ grammars } satisfies HighlightTask);
  }

  /**
   * Colours codes; the result has their order. A call waits for the end of the one before.
   * @throws the error of a thread
   */
  colour(codes: readonly CodeText[]): Promise<readonly string[]> {
    const result = this.#last.then(async () => {
      const encoded: string[] = [];
      const give = async ([worker, places]: readonly [Worker, readonly number[]]): Promise<void> => {
        const made = await colourIn(
          worker,
          places.map((at) => codes[at]!),
        );
        for (const [i, at] of places.entries()) encoded[at] = made[i]!;
      };
      await Promise.all([...this.#share(codes)].filter(([, places]) => places.length > 0).map(give));
      return encoded;
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  /**
   * Ends all threads.
   * @returns milliseconds of processor time of each; none if Node does not report them
   */
  async stop(): Promise<readonly number[]> {
    for (const worker of this.#workers) worker.ref();
    const times = await Promise.all(this.#workers.map((worker) => worker.cpuUsage?.().catch(() => undefined)));
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
    return times.flatMap((time) => (time === undefined ? [] : [(time.user + time.system) / 1000]));
  }

  /** Gives each thread whole grammars where possible, so that few threads load the same grammar. */
  #share(codes: readonly CodeText[]): ReadonlyMap<Worker, readonly number[]> {
    const shares = new Map(this.#workers.map((worker): [Worker, number[]] => [worker, []]));
    const fresh: number[] = [];
    for (const [at, { grammar }] of codes.entries()) {
      const worker = this.#byGrammar.get(grammar);
      if (worker) shares.get(worker)!.push(at);
      else fresh.push(at);
    }
    fresh.sort((a, b) => compareText(codes[a]!.grammar, codes[b]!.grammar) || a - b);
    const size = Math.ceil(fresh.length / this.#workers.length);
    for (const [i, at] of fresh.entries()) {
      const worker = this.#workers[Math.floor(i / size)]!;
      shares.get(worker)!.push(at);
      this.#byGrammar.set(codes[at]!.grammar, worker);
    }
    return shares;
  }
}

/** @throws the thread's error, if it ends without a result */
function colourIn(worker: Worker, codes: readonly CodeText[]): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const end = (code: number): void => reject(new Error(`A thread that colours code ended with ${code}.`));
    // While a result is awaited, the thread keeps the process running.
    worker.ref();
    worker.once('error', reject).once('exit', end);
    worker.once('message', (encoded: readonly string[]) => {
      worker.off('error', reject).off('exit', end).unref();
      resolve(encoded);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(codes);
  });
}
