// Files and folders that must not be left behind, whatever ends the process: removed at its end, and on a signal.

import { existsSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const paths = new Set<string>();

/** Removes a path when the process ends, also after a signal. */
export function removeAtEnd(path: string): void {
  if (paths.size === 0) {
    process.on('exit', removeAll);
    for (const signal of signals) process.on(signal, endBy);
  }
  paths.add(path);
}

/** Keeps a path from now on: it is removed already, or has become the final file. */
export function keep(path: string): void {
  if (!paths.delete(path) || paths.size > 0) return;
  process.off('exit', removeAll);
  for (const signal of signals) process.off(signal, endBy);
}

/** Pieces of work that no signal interrupts, and the signal that waits for their end. */
let held = 0;
let waiting: NodeJS.Signals | undefined;

/** Finishes a piece of work; a signal during it ends the process afterwards. */
export async function holdSignals<T>(work: () => Promise<T>): Promise<T> {
  held++;
  try {
    return await work();
  } finally {
    held--;
    if (held === 0 && waiting !== undefined) endBy(waiting);
  }
}

/** Ends the process as the signal would have, once nothing is left behind. */
function endBy(signal: NodeJS.Signals): void {
  if (held > 0) {
    waiting = signal;
    return;
  }
  removeAll();
  for (const each of signals) process.off(each, endBy);
  process.kill(process.pid, signal);
}

/** Files that are still being written may appear again: checked once more after a moment. */
function removeAll(): void {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const left = [...paths].filter((path) => existsSync(path) || attempt === 0);
    if (left.length === 0) return;
    for (const path of left) {
      try {
        rmSync(path, { recursive: true, force: true });
      } catch {
        // Tried again.
      }
    }
    if (left.some((path) => existsSync(path)) || attempt === 0) pause();
  }
}

const mostAttempts = 4;
const pauseMilliseconds = 20;

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMilliseconds);
}

/**
 * Removes a file or folder; tries again where that fails.
 * @throws the system's error where it cannot be removed
 */
export function removeSurely(path: string): Promise<void> {
  return tryAgain(() => rm(path, { recursive: true, force: true }));
}

/**
 * Does a piece of work that may be begun anew, up to four times: most errors of a disk that is in use pass by themselves.
 * @param isFinal errors that no second try changes
 * @throws the error of the last try
 */
export async function tryAgain(
  work: () => Promise<void>,
  isFinal: (error: unknown) => boolean = () => false,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work();
      return;
    } catch (error) {
      if (attempt === mostAttempts || isFinal(error)) throw error;
      await new Promise((done) => setTimeout(done, pauseMilliseconds));
    }
  }
}

/** Whether a process still runs: its unfinished files are then not leftovers. */
export function isRunningProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
