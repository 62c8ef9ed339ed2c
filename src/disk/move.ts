// Moves and removes files and folders. Windows refuses both while another program has a file open, such as a virus
// scanner that reads a new file: a moment later it works.

import { renameSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';

/** Milliseconds before each further try. */
const waits = [10, 20, 40, 80, 160, 320];

/** The system, and what tests replace. */
export interface MoveSystem {
  readonly isWindows: boolean;
  readonly move: (from: string, to: string) => Promise<void>;
  readonly moveNow: (from: string, to: string) => void;
  readonly removeNow: (path: string) => void;
}

const system: MoveSystem = {
  isWindows: process.platform === 'win32',
  move: rename,
  // Tests replace the functions of `node:fs` later.
  moveNow: (from, to) => renameSync(from, to),
  removeNow: (path) => rmSync(path, { force: true }),
};

/** @throws the system's error if it cannot be moved */
export async function move(from: string, to: string, { isWindows, move: moveOnce } = system): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await moveOnce(from, to);
    } catch (error) {
      const wait = waits[attempt];
      if (!isWindows || wait === undefined || !isHeld(error)) throw error;
      await new Promise((done) => setTimeout(done, wait));
    }
  }
}

/** Like `move`, without giving other work of this process a chance to run. @throws the system's error */
export function moveNow(from: string, to: string, { isWindows, moveNow: moveOnce } = system): void {
  tryNow(() => moveOnce(from, to), isWindows);
}

/** Removes a file, if there is one. Other work of this process does not run meanwhile. @throws the system's error */
export function removeNow(path: string, { isWindows, removeNow: removeOnce } = system): void {
  tryNow(() => removeOnce(path), isWindows);
}

function tryNow(work: () => void, isWindows: boolean): void {
  for (let attempt = 0; ; attempt++) {
    try {
      return work();
    } catch (error) {
      const wait = waits[attempt];
      if (!isWindows || wait === undefined || !isHeld(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
}

/** Whether another program may have the file open. */
function isHeld(error: unknown): boolean {
  return ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '');
}
