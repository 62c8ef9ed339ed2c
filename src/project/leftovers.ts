// Files and folders that must not be left behind, whatever ends the process: removed at its end, and on a signal.

import { existsSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const paths = new Set<string>();

/** Has a path removed when the process ends, also by a signal. */
export function removeAtEnd(path: string): void {
  if (paths.size === 0) {
    process.on('exit', removeAll);
    for (const signal of signals) process.on(signal, endBy);
  }
  paths.add(path);
}

/** Leaves a path alone from now on: it is gone, or has become what it was made for. */
export function keep(path: string): void {
  if (!paths.delete(path) || paths.size > 0) return;
  process.off('exit', removeAll);
  for (const signal of signals) process.off(signal, endBy);
}

/** Pieces of work that no signal interrupts, and the signal that waits for their end. */
let held = 0;
let waiting: NodeJS.Signals | undefined;

/** Does a piece of work to its end; a signal that comes meanwhile ends the process after it. */
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

/** What is being written while this runs may appear again: looked at once more after a moment. */
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
 * Removes a file or folder; tries again where that fails, since much of what hinders it passes.
 * @throws the system's error where it cannot be removed
 */
export async function removeSurely(path: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rm(path, { recursive: true, force: true });
      return;
    } catch (error) {
      if (attempt === mostAttempts) throw error;
      await new Promise((done) => setTimeout(done, pauseMilliseconds));
    }
  }
}

/** Whether a process runs: what it has not finished is then no leftover. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
