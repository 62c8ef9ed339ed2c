// A folder before and after a build → the files that the build wrote.

import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Size and identity of each file by path relative to the folder. */
export type Snapshot = ReadonlyMap<string, { readonly bytes: number; readonly identity: string }>;

/** Reads the state of all files below a folder; a folder that does not exist has none. */
export async function takeSnapshot(folder: string): Promise<Snapshot> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, { bytes: number; identity: string }>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size, ino, mtimeNs } = await stat(path, { bigint: true });
    // A renamed file keeps both; a copied or rewritten one does not.
    files.set(relative(folder, path), { bytes: Number(size), identity: `${ino} ${mtimeNs} ${size}` });
  }
  return files;
}

/** Number and bytes of files that are new or not the same as before. */
export function countWritten(before: Snapshot, after: Snapshot): { readonly files: number; readonly bytes: number } {
  const written = [...after].filter(([path, { identity }]) => before.get(path)?.identity !== identity);
  return { files: written.length, bytes: written.reduce((sum, [, { bytes }]) => sum + bytes, 0) };
}
