// Files of `public` → the top of the output, as they are.

import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SiteData } from '../compiler/model/index.ts';
import { openInside } from './open-file.ts';
import { publicFolderOf } from './read-public.ts';

/**
 * Copies the files. Call it before other files of the top are written: those of the site's owner go first.
 * @throws FileChanged where a link has taken the place of one; the system's error where one is gone or cannot be written
 */
export async function copyPublic(contentFolder: string, data: SiteData, out: string): Promise<void> {
  for (const [path, place] of data.publicFiles) {
    const target = join(out, path);
    await mkdir(dirname(target), { recursive: true });
    const handle = await openInside(publicFolderOf(contentFolder), place);
    await pipeline(handle.createReadStream(), createWriteStream(target));
  }
}
