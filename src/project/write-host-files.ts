// Writes files for crawlers to the top of the output. A file from `public/` has precedence.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostFile } from '../compiler/model/index.ts';

/** @throws the system's error if a file cannot be written */
export async function writeHostFiles(files: readonly HostFile[], out: string): Promise<void> {
  for (const { path, text } of files) {
    await writeFile(join(out, path), text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
