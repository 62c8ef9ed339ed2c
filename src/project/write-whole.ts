// A text → a file, whole or not at all.

import { rename, rm, writeFile } from 'node:fs/promises';

/**
 * Writes beside the place and moves the file there.
 * @throws the system's error where it cannot be written; what stood there before is then still there
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
