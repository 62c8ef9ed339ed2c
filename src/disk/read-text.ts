// Files and folders that may not exist yet, for commands that write new ones.

import { readdir, readFile } from 'node:fs/promises';
import { isAbsent } from './disk-error.ts';

/** The text of a file; undefined if there is no such file. @throws the system's error if it cannot be read */
export function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(orAbsent);
}

/** Whether a folder does not exist or has no files. @throws the system's error if it cannot be read */
export async function isEmptyFolder(path: string): Promise<boolean> {
  return ((await readdir(path).catch(orAbsent)) ?? []).length === 0;
}

function orAbsent(error: unknown): undefined {
  if (!isAbsent(error)) throw error;
}
