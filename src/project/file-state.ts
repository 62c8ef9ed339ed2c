// The state of files on the disk as far as the system tells it without reading them: size, times and number of a file.
// As in Git's index, equal states mean equal content, except for files that changed around the time of the look.

import { statSync } from 'node:fs';
import { join } from 'node:path';

/** State of a file as a text; states are only compared. */
export type FileState = string;

/** Milliseconds before a look in which a change may leave the state equal: coarse clocks of file systems count in 2 s. */
const window = 2_000;

/** States of files, by path. */
export interface FileStates {
  readonly states: ReadonlyMap<string, FileState>;
  /** Whether later changes of all files change their states. */
  readonly isSettled: boolean;
}

/**
 * Looks at files. A file that does not exist has the state `''`.
 * @param since time of the system's clock at which the look began, in milliseconds
 * @param hasChangeTime whether the time of the last change of the file's own data counts. Links to a file change it
 */
export function lookAt(folder: string, paths: Iterable<string>, since: number, hasChangeTime = true): FileStates {
  const states = new Map<string, FileState>();
  let isSettled = true;
  for (const path of paths) {
    const found = statSync(join(folder, path), { bigint: true, throwIfNoEntry: false });
    if (found === undefined) {
      states.set(path, '');
      continue;
    }
    const changed = hasChangeTime ? ` ${found.ctimeNs}` : '';
    states.set(path, `${found.size} ${found.mtimeNs} ${found.ino}${changed}`);
    const last = Number((found.mtimeMs > found.ctimeMs ? found.mtimeMs : found.ctimeMs) as bigint);
    if (last > since - window) isSettled = false;
  }
  return { states, isSettled };
}

/** Whether two looks saw the same files in the same states. */
export function isSameLook(a: ReadonlyMap<string, FileState>, b: ReadonlyMap<string, FileState>): boolean {
  if (a.size !== b.size) return false;
  for (const [path, state] of a) if (b.get(path) !== state) return false;
  return true;
}
