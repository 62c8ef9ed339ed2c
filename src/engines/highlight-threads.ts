// Threads that colour code. They keep their grammars, and run beside the work of this thread.

import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CodeText } from '../compiler/model/index.ts';
import { compareText } from '../compiler/text/index.ts';

/** The program of a thread. In the npm package it is JavaScript. */
const program = new URL(`./highlight-worker${extname(import.meta.filename)}`, import.meta.url);

/** Most of what a thread makes lives for a moment: with less room for it, the thread takes 80 MB less. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

/** A message to a thread: codes with their numbers, numbers of codes to colour first, or grammars to load. */
export type HighlightTask =
  | { readonly codes: readonly (readonly [number: number, code: CodeText])[] }
  | { readonly first: readonly number[] }
  | { readonly grammars: readonly string[] };

/** An answer of a thread: numbers of codes, and their encoded tokens. */
export type ColouredCodes = readonly (readonly [number: number, encoded: string])[];

/** A call of `colour` that waits for colours. */
interface Call {
  /** The number of its first code. */
  readonly first: number;
  readonly onColour: (at: number, encoded: string) => void;
  readonly end: (error?: unknown) => void;
  open: number;
}

export class HighlightThreads {
  readonly #workers: Worker[] = [];
  /** The thread that has loaded a grammar. */
  readonly #byGrammar = new Map<string, Worker>();
  /** The calls that wait for codes, by the numbers of the codes. */
  readonly #waiting = new Map<number, Call>();
  #count = 0;
  #failure: { readonly error: unknown } | undefined;

  /** Starts threads. They keep the process running only while colours are awaited. */
  constructor(count: number) {
    this.grow(count);
  }

  /** Starts more threads, until there are as many as a count. */
  grow(count: number): void {
    while (this.#workers.length < count) {
      const worker = new Worker(program, { resourceLimits });
      worker.on('message', (coloured: ColouredCodes) => this.#take(coloured));
      worker.on('error', (error) => this.#fail(error));
      worker.on('exit', (code) => this.#fail(new Error(`A thread that colours code ended with ${code}.`)));
      worker.unref();
      this.#workers.push(worker);
    }
  }

  /** Lets the first thread load grammars that codes will have. Other threads load grammars when they get codes. */
  prepare(grammars: readonly string[]): void {
    if (this.#workers[0]) post(this.#workers[0], { grammars });
  }

  /**
   * Colours codes. Calls may overlap. Codes of all calls are numbered, from 0.
   * @param onColour takes the place of a code in the list, and its encoded tokens as soon as they are there
   * @returns resolves when all codes are coloured
   * @throws the error of a thread
   */
  colour(codes: readonly CodeText[], onColour: (at: number, encoded: string) => void): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure.error as Error);
    if (codes.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const end = (error?: unknown): void => (error === undefined ? resolve() : reject(error as Error));
      const first = this.#count;
      const call: Call = { first, onColour, end, open: codes.length };
      this.#count += codes.length;
      for (let at = 0; at < codes.length; at++) this.#waiting.set(first + at, call);
      for (const [worker, places] of this.#share(codes)) {
        worker.ref();
        post(worker, { codes: places.map((at) => [first + at, codes[at]!]) });
      }
    });
  }

  /** Colours codes before all others, in the order of their numbers in a list. */
  hurry(numbers: readonly number[]): void {
    for (const worker of this.#workers) post(worker, { first: numbers });
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

  #take(coloured: ColouredCodes): void {
    for (const [number, encoded] of coloured) {
      const call = this.#waiting.get(number);
      if (call === undefined) continue;
      this.#waiting.delete(number);
      call.onColour(number - call.first, encoded);
      if (--call.open === 0) call.end();
    }
    if (this.#waiting.size === 0) for (const worker of this.#workers) worker.unref();
  }

  /** Ends all calls with the first error. */
  #fail(error: unknown): void {
    this.#failure ??= { error };
    for (const call of new Set(this.#waiting.values())) call.end(this.#failure.error);
    this.#waiting.clear();
  }

  /** Gives each thread whole grammars where possible, so that few threads load the same grammar. */
  #share(codes: readonly CodeText[]): ReadonlyMap<Worker, readonly number[]> {
    const shares = new Map<Worker, number[]>();
    const give = (worker: Worker, at: number): void => {
      const own = shares.get(worker);
      if (own === undefined) shares.set(worker, [at]);
      else own.push(at);
    };
    const fresh: number[] = [];
    for (const [at, { grammar }] of codes.entries()) {
      const worker = this.#byGrammar.get(grammar);
      if (worker) give(worker, at);
      else fresh.push(at);
    }
    fresh.sort((a, b) => compareText(codes[a]!.grammar, codes[b]!.grammar) || a - b);
    const size = Math.ceil(fresh.length / this.#workers.length);
    for (const [i, at] of fresh.entries()) {
      const worker = this.#workers[Math.floor(i / size)]!;
      give(worker, at);
      this.#byGrammar.set(codes[at]!.grammar, worker);
    }
    for (const places of shares.values()) places.sort((a, b) => a - b);
    return shares;
  }
}

function post(worker: Worker, task: HighlightTask): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(task);
}
