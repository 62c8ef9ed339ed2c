// Writes a text to a file, completely or not at all.

import { realpath, stat, writeFile } from 'node:fs/promises';
import { draftOf, removeLeftDrafts } from './drafts.ts';
import { keep, removeAtEnd, removeSurely } from './leftovers.ts';
import { move } from './move.ts';

/**
 * Writes a draft and moves it into place. Drafts of the file that killed processes have left are removed. A link stays,
 * and its target is written. A device or a pipe is written to directly.
 * @throws the system's error, with this path, if it cannot be written; an old file then stays unchanged
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    const file = await realpath(path).catch(() => path);
    const found = await stat(file).catch(() => undefined);
    if (found === undefined || found.isFile() || found.isDirectory()) await replaceFile(file, text);
    else await writeFile(file, text);
  } catch (error) {
    // The user knows this path, not the draft's.
    throw error instanceof Error && 'syscall' in error
      ? Object.assign(error, { syscall: 'write', path, dest: path })
      : error;
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  await removeLeftDrafts(file);
  const draft = draftOf(file);
  removeAtEnd(draft);
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await move(draft, file);
    keep(draft);
  } catch (error) {
    await removeSurely(draft);
    throw error;
  }
}
