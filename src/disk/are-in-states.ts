// Whether files and folders are in the states that a build left. Another thread looks at many of them, while this one
// does other work.

import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { isSameLook, lookAt, type FileState } from './file-state.ts';

/** What the thread compares: plain data. */
export interface LookTask {
  /** Absolute path. */
  readonly folder: string;
  /** Paths from the folder and their states, in turn, each behind a zero. */
  readonly known: string;
}

/** The program of the thread. In the npm package it is JavaScript. */
const program = new URL(`./look-worker${extname(import.meta.filename)}`, import.meta.url);

/** Looking at fewer entries takes less time than starting a thread. */
const manyEntries = 6_000;

/**
 * Whether all entries are in known states. The look begins before this function returns.
 * @param folder absolute path
 * @param known states by path from the folder
 */
export function areInStates(folder: string, known: ReadonlyMap<string, FileState>): Promise<boolean> {
  const lookHere = (): boolean => isSameLook(known, lookAt(folder, known.keys(), 0).states);
  if (known.size < manyEntries) return Promise.resolve(lookHere());
  let text = '';
  for (const [path, state] of known) text += `\0${path}\0${state}`;
  return new Promise<boolean>((done, fail) => {
    const worker = new Worker(program, { workerData: { folder, known: text } satisfies LookTask });
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', () => fail(new Error('The thread has ended.')));
  }).catch(lookHere);
}
