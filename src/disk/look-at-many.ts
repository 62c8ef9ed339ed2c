// The states of many files and folders. Another thread looks at them, while this one does other work.

import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { isSameLook, lookAt, type FileState } from './file-state.ts';

/** What the thread does: plain data. */
export interface LookTask {
  /** Absolute path. */
  readonly folder: string;
  /** Paths from the folder, each behind a zero. One text is sent in less time than many. */
  readonly paths: string;
  /** Their known states, in the same order, to compare; absent if the states are wanted. */
  readonly known?: string;
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
  return run<boolean>({ folder, paths: joinTexts(known.keys()), known: joinTexts(known.values()) }).catch(lookHere);
}

/**
 * The states of entries. The look begins before this function returns.
 * @param folder absolute path
 * @param paths from the folder
 */
export function lookAtMany(folder: string, paths: readonly string[]): Promise<ReadonlyMap<string, FileState>> {
  const lookHere = (): ReadonlyMap<string, FileState> => lookAt(folder, paths, 0).states;
  if (paths.length < manyEntries) return Promise.resolve(lookHere());
  return run<string>({ folder, paths: joinTexts(paths) }).then((found) => {
    const states = splitTexts(found);
    return new Map(paths.map((path, i) => [path, states[i]!]));
  }, lookHere);
}

function run<T>(workerData: LookTask): Promise<T> {
  return new Promise<T>((done, fail) => {
    const worker = new Worker(program, { workerData });
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', () => fail(new Error('The thread has ended.')));
  });
}

/** Texts, each behind a zero, which none of them contains. */
export function joinTexts(texts: Iterable<string>): string {
  let joined = '';
  for (const text of texts) joined += `\0${text}`;
  return joined;
}

/** The texts that `joinTexts` has joined. */
export function splitTexts(joined: string): readonly string[] {
  return joined.split('\0').slice(1);
}
