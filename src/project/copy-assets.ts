// Files that pages show or link to → the output, below `_content/`, at their paths in the content folder.

import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Copies files.
 * @param paths relative to the content folder
 * @throws the system's error where a file is gone or cannot be written
 */
export async function copyAssets(contentFolder: string, paths: readonly string[], out: string): Promise<void> {
  for (const path of paths) {
    const target = join(out, '_content', path);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(contentFolder, path), target);
  }
}

/** The bytes of one file of the content folder. */
export function readAsset(contentFolder: string, path: string): Promise<Uint8Array> {
  return readFile(join(contentFolder, path));
}
