// Copies the example with its cache of parsed samples: parsing them takes most of the time of a check.

import { copyFile, cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findCacheFile } from '../../src/disk/cache-file.ts';
import { repository } from './run-stele.ts';

/** Copies the content of the example to a new folder, and the cache that belongs to the content if there is one. */
export async function copyExample(folder: string): Promise<void> {
  const example = join(repository, 'content');
  await cp(example, folder, { recursive: true });
  const [cache, copy] = await Promise.all([example, folder].map((content) => findCacheFile(content, 'samples')));
  if (cache === undefined || copy === undefined) return;
  await mkdir(dirname(copy), { recursive: true });
  // Without the cache, the samples are parsed.
  await copyFile(cache, copy).catch(() => undefined);
}
