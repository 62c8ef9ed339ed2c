// Removes temporary files and folders when the process ends, also after a signal.

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

/** No longer removes a path: it has been removed already, or has become the final file. */
export function keep(path: string): void {
  if (!paths.delete(path) || paths.size > 0) return;
  process.off('exit', removeAll);
  for (const signal of signals) process.off(signal, endBy);
}

/** The number of running tasks that signals must not interrupt, and a signal that has arrived during them. */
let held = 0;
let waiting: NodeJS.Signals | undefined;

/** Runs a task that signals do not interrupt: a signal during the task ends the process after it. */
export async function holdSignals<T>(work: () => Promise<T>): Promise<T> {
  held++;
  try {
    return await work();
  } finally {
    held--;
    if (held === 0 && waiting !== undefined) endBy(waiting);
  }
}

/** Removes the paths, then ends the process by the same signal. */
function endBy(signal: NodeJS.Signals): void {
  if (held > 0) {
    waiting = signal;
    return;
  }
  removeAll();
  for (const each of signals) process.off(each, endBy);
  process.kill(process.pid, signal);
}

/** Removes all paths. Files that are still being written may appear again, so it checks again after a pause. */
function removeAll(): void {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const left = [...paths].filter((path) => existsSync(path) || attempt === 0);
    if (left.length === 0) return;
    for (const path of left) {
      try {
        rmSync(path, { recursive: true, force: true });
      } catch {
        // The next attempt tries again.
      }
    }
    if (left.some((path) => existsSync(path)) || attempt === 0) pause();
  }
}

const maxAttempts = 4;
const pauseMilliseconds = 20;

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMilliseconds);
}

/**
 * Removes a file or folder; tries again if that fails.
 * @throws the system's error if it cannot be removed
 */
export function removeSurely(path: string): Promise<void> {
  return tryAgain(() => rm(path, { recursive: true, force: true }));
}

/**
 * Runs a repeatable task up to four times: most errors of a busy disk are temporary.
 * @param isFinal tells whether an error is permanent
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
      if (attempt === maxAttempts || isFinal(error)) throw error;
      await new Promise((done) => setTimeout(done, pauseMilliseconds));
    }
  }
}

/** Whether a process still runs: its unfinished files must then stay. */
export function isRunningProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
