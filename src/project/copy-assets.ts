// Copies files that pages show or link to into the output, below `_content/`, at their paths in the content folder.

import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SiteData } from '../compiler/model/index.ts';
import { openInside } from './open-file.ts';

/**
 * Copies the files that a site publishes.
 * @throws FileChanged if a link has replaced a file; the system's error if a file is missing or cannot be written
 */
export async function copyAssets(contentFolder: string, data: SiteData, out: string): Promise<void> {
  for (const path of data.assets) {
    const target = join(out, '_content', path);
    await mkdir(dirname(target), { recursive: true });
    const handle = await openInside(contentFolder, data.placeOf(path));
    await pipeline(handle.createReadStream(), createWriteStream(target));
  }
}

/**
 * The bytes of one file of the content folder.
 * @param place its path in the folder, with links resolved
 * @throws as `copyAssets` does
 */
export async function readAsset(contentFolder: string, place: string): Promise<Uint8Array> {
  const handle = await openInside(contentFolder, place);
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
