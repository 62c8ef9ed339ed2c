// A folder on the disk → a hash of the names and states of all that is in it. Equal hashes mean equal content, as in
// Git's index; files that changed around the time of the look are compared by their bytes.

import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { lookAt } from './file-state.ts';

/** What a look at a folder has seen. */
export interface FolderLook {
  /** Hash of all names and states. */
  readonly states: string;
  /** Absolute paths of files that may change without a change of their state. */
  readonly unsettled: readonly string[];
}

/** Whether an entry of a folder is left out. The second argument is the path of its folder, from the top. */
export type IsIgnored = (name: string, folder: string) => boolean;

/**
 * Looks at everything in a folder. A folder that does not exist is empty.
 * @param since time of the system's clock at which the look began, in milliseconds
 * @returns undefined if the folder is a symbolic link, has one, or cannot be listed
 */
export function lookAtFolder(folder: string, isIgnored: IsIgnored, since: number): FolderLook | undefined {
  try {
    if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return { states: '', unsettled: [] };
    const paths = listPaths(folder, isIgnored);
    if (paths === undefined) return undefined;
    const { states, unsettled } = lookAt(folder, paths, since);
    const hash = createHash('sha256');
    for (const path of paths) hash.update(`${path}\0${path.endsWith('/') ? '' : states.get(path)}\0`);
    const files = [...unsettled].filter((path) => !path.endsWith('/')).map((path) => `${folder}/${path}`);
    return { states: hash.digest('base64url'), unsettled: files };
  } catch {
    return undefined;
  }
}

/** Paths of all entries; those of folders end with a slash. Undefined if one is a symbolic link. */
function listPaths(top: string, isIgnored: IsIgnored): readonly string[] | undefined {
  if (lstatSync(top).isSymbolicLink()) return undefined;
  const paths: string[] = [];
  const folders = [''];
  for (const folder of folders) {
    for (const entry of readdirSync(`${top}/${folder}`, { withFileTypes: true })) {
      if (isIgnored(entry.name, folder.slice(0, -1))) continue;
      if (entry.isSymbolicLink()) return undefined;
      const path = folder + entry.name;
      paths.push(entry.isDirectory() ? `${path}/` : path);
      if (entry.isDirectory()) folders.push(`${path}/`);
    }
  }
  return paths;
}

/**
 * Hash of the bytes of files.
 * @returns undefined if one cannot be read or is no regular file, or if they have more than `most` bytes together
 */
export function hashFiles(files: readonly string[], most: number): string | undefined {
  const hash = createHash('sha256');
  let left = most;
  try {
    for (const file of files) {
      const found = lstatSync(file);
      left -= found.size;
      if (!found.isFile() || left < 0) return undefined;
      const bytes = readFileSync(file);
      hash.update(`${file.length} ${bytes.length} ${file}`).update(bytes);
    }
    return hash.digest('base64url');
  } catch {
    return undefined;
  }
}
