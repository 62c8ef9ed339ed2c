// Stores the renames that `stele rename` made in a content folder in its cache, to undo the last one exactly. A history
// that cannot be read or written is ignored.

import { findCacheFile, readCacheFile, writeCacheFile } from '../disk/index.ts';

/** The key of the history. It does not depend on the program: another version of Stele can undo a rename, too. */
const format = 'renames 1';

/** A stored rename: its paths, and each file before and after it. */
export interface StoredRename {
  readonly from: string;
  readonly to: string;
  readonly files: readonly { readonly path: string; readonly before: string; readonly after: string }[];
}

/** The renames of a content folder, oldest first. */
export async function readRenameHistory(contentFolder: string): Promise<readonly StoredRename[]> {
  const file = await findCacheFile(contentFolder, 'renames');
  const bytes = file && (await readCacheFile(file, format));
  if (!bytes) return [];
  try {
    const kept: unknown = JSON.parse(bytes.toString('utf8'));
    return Array.isArray(kept) && kept.every(isRename) ? kept : [];
  } catch {
    return [];
  }
}

/** Stores the renames of a content folder. Ignores errors of the disk. */
export async function writeRenameHistory(contentFolder: string, history: readonly StoredRename[]): Promise<void> {
  const file = await findCacheFile(contentFolder, 'renames');
  if (file) await writeCacheFile(file, format, JSON.stringify(history));
}

function isRename(value: unknown): value is StoredRename {
  const { from, to, files } = (value ?? {}) as Partial<Record<keyof StoredRename, unknown>>;
  return areTexts(from, to) && Array.isArray(files) && files.every(isFile);
}

function isFile(value: unknown): boolean {
  const { path, before, after } = (value ?? {}) as Record<string, unknown>;
  return areTexts(path, before, after);
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}
