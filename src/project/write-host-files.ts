// Files for crawlers → the top of the output. A file that the site brings itself, from `public/`, goes first.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostFile } from '../compiler/model/index.ts';

/** @throws the system's error where a file cannot be written */
export async function writeHostFiles(files: readonly HostFile[], out: string): Promise<void> {
  for (const { path, text } of files) {
    await writeFile(join(out, path), text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
