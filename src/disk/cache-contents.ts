// The files in a cache folder: their size, and their removal.

import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheKinds } from './cache-file.ts';
import { findCacheFolder } from './cache-folder.ts';
import { isAbsent } from './disk-error.ts';
import { removeSurely } from './leftovers.ts';

/** One kind of cache in a folder. */
export interface CacheUse {
  readonly kind: string;
  readonly files: number;
  readonly bytes: number;
}

/** The caches of a content folder. */
export interface CacheContents {
  /** The cache folder; it may not exist yet. */
  readonly folder: string;
  /** Only kinds that have files. */
  readonly uses: readonly CacheUse[];
}

/**
 * The caches in the cache folder of a content folder. Content folders of one project share it.
 * @returns undefined if there is no cache folder
 * @throws the system's error if it cannot be read
 */
export async function measureCache(contentFolder: string): Promise<CacheContents | undefined> {
  const folder = await findCacheFolder(contentFolder);
  if (folder === undefined) return undefined;
  const uses: CacheUse[] = [];
  for (const kind of cacheKinds) {
    const files = await filesOf(folder, kind);
    const sizes = await Promise.all(files.map(async (file) => (await lstat(file)).size));
    if (files.length > 0) uses.push({ kind, files: files.length, bytes: sizes.reduce((a, b) => a + b, 0) });
  }
  return { folder, uses };
}

/**
 * Removes the caches that `measureCache` finds, and nothing else in the folder.
 * @throws the system's error
 */
export async function clearCache({ folder, uses }: CacheContents): Promise<void> {
  for (const { kind } of uses) for (const file of await filesOf(folder, kind)) await removeSurely(file);
}

/** Files `<kind>-….json`, and files of the folder with the kind's name. */
async function filesOf(folder: string, kind: string): Promise<readonly string[]> {
  const names = (await namesIn(folder)).filter((name) => name.startsWith(`${kind}-`) && /\.json(?:\.|$)/.test(name));
  const inner = (await namesIn(join(folder, kind))).map((name) => join(folder, kind, name));
  return [...names.map((name) => join(folder, name)), ...inner];
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isAbsent(error)) return [];
    throw error;
  });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
