// Copies the files of `public` unchanged to the top of the output.

import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SiteData } from '../compiler/model/index.ts';
import { openInside } from './open-file.ts';
import { publicFolderOf } from '../disk/index.ts';

/**
 * Copies the files. Call it before other files are written to the top: files of the site's owner have precedence.
 * @throws FileChanged if a link has replaced a file; the system's error if a file is missing or cannot be written
 */
export async function copyPublic(contentFolder: string, data: SiteData, out: string): Promise<void> {
  for (const [path, place] of data.publicFiles) {
    const target = join(out, path);
    await mkdir(dirname(target), { recursive: true });
    const handle = await openInside(publicFolderOf(contentFolder), place);
    await pipeline(handle.createReadStream(), createWriteStream(target));
  }
}
