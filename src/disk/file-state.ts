// The state of files on the disk as far as the system tells it without reading them: kind, size, times and number.
// As in Git's index, equal states mean equal content, except for files that changed around the time of the look.

import { lstatSync, type BigIntStats } from 'node:fs';

/** State of a file as a text; states are only compared. */
export type FileState = string;

/**
 * Milliseconds before a look in which a change may leave the state equal: coarse clocks of file systems count in 2 s.
 */
const settleTime = 2_000;

/** States of files, by path. */
export interface FileStates {
  readonly states: ReadonlyMap<string, FileState>;
  /** Paths of files that may change without a change of their state. */
  readonly unsettled: ReadonlySet<string>;
}

/**
 * Looks at files. A file that does not exist or cannot be looked at has the state `''`. Links are not followed.
 * @param since time of the system's clock at which the look began, in milliseconds
 */
export function lookAt(folder: string, paths: Iterable<string>, since: number): FileStates {
  const states = new Map<string, FileState>();
  const unsettled = new Set<string>();
  for (const path of paths) {
    // `join` would take half of the time. The name of a folder with a slash at its end would be that of its target.
    const found = look(path === '' ? folder : `${folder}/${path}`);
    if (found === undefined) {
      states.set(path, '');
      continue;
    }
    states.set(path, `${found.mode} ${found.size} ${found.mtimeNs} ${found.ctimeNs} ${found.ino}`);
    const last = Number((found.mtimeMs > found.ctimeMs ? found.mtimeMs : found.ctimeMs) as bigint);
    if (last > since - settleTime) unsettled.add(path);
  }
  return { states, unsettled };
}

function look(file: string): BigIntStats | undefined {
  try {
    return lstatSync(file, { bigint: true, throwIfNoEntry: false });
  } catch {
    // Links above it lead nowhere, or this user may not look.
    return undefined;
  }
}

/** Whether two looks saw the same files in the same states. */
export function isSameLook(a: ReadonlyMap<string, FileState>, b: ReadonlyMap<string, FileState>): boolean {
  if (a.size !== b.size) return false;
  for (const [path, state] of a) if (b.get(path) !== state) return false;
  return true;
}
