// A text → a file, whole or not at all.

import { randomBytes } from 'node:crypto';
import { realpath, rename, stat, writeFile } from 'node:fs/promises';
import { keep, removeAtEnd, removeSurely } from './leftovers.ts';

/**
 * Writes beside the place and moves the file there. A link stays, and the file that it names is written; a device or a
 * pipe takes the text as it comes.
 * @throws the system's error, with this path, where it cannot be written; what stood there before is then still there
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    const file = await realpath(path).catch(() => path);
    const found = await stat(file).catch(() => undefined);
    if (found === undefined || found.isFile() || found.isDirectory()) await replaceFile(file, text);
    else await writeFile(file, text);
  } catch (error) {
    // The user has named this path, not the draft.
    throw error instanceof Error && 'syscall' in error
      ? Object.assign(error, { syscall: 'write', path, dest: path })
      : error;
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.draft`;
  removeAtEnd(draft);
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await rename(draft, file);
    keep(draft);
  } catch (error) {
    await removeSurely(draft);
    throw error;
  }
}
