// Where caches of a content folder lie, and how one is written: whole or not at all.

import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * A cache of a content folder: `node_modules/.cache/stele/<kind>-….json` of the project around it.
 * Undefined where there is no such project.
 */
export async function findCacheFile(contentFolder: string, kind: string): Promise<string | undefined> {
  const folder = await findCacheFolder(contentFolder);
  return folder && join(folder, `${kind}-${createHash('sha256').update(contentFolder).digest('hex').slice(0, 16)}.json`);
}

/** `node_modules/.cache/stele` of the project around a content folder; undefined where there is no such project. */
export async function findCacheFolder(contentFolder: string): Promise<string | undefined> {
  for (let folder = contentFolder; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (await isFolder(modules)) return join(modules, '.cache', 'stele');
    if (dirname(folder) === folder) return undefined;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** Writes a cache; never half, whatever ends the process. One that cannot be written is left out. */
export async function writeCacheFile(file: string, data: string | Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, data);
    await rename(draft, file);
  } catch {
    // Without it everything is found anew.
  }
  await removeDrafts(file);
}

/**
 * Removes this process' draft where it could not take its place, and those of processes that were killed. One that is
 * just being written by another process goes with them, and costs that process its cache.
 */
async function removeDrafts(file: string): Promise<void> {
  const names = await readdir(dirname(file)).catch(() => []);
  const drafts = names.filter((name) => name.startsWith(`${basename(file)}.`));
  await Promise.all(drafts.map((name) => rm(join(dirname(file), name), { force: true }).catch(() => undefined)));
}
