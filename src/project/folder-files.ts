// Reads and writes folders whose files are all Stele's own, such as compiled templates. Synchronous: for small files
// this takes half as long as the thread pool.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The bytes of all files below a folder, by path with `/`.
 * @param skip path of a folder inside that is left out
 * @throws the system's error
 */
export function readFolder(folder: string, skip?: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const visit = (path: string): void => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (!entry.isDirectory()) files.set(inner, readFileSync(join(folder, inner)));
      else if (inner !== skip) visit(inner);
    }
  };
  visit('');
  return files;
}

/** Writes files below a folder. It makes each folder once. */
export class FolderWriter {
  readonly #folder: string;
  readonly #made = new Set<string>();

  /** @param folder absolute path; made when the first file is written */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @param path path below the folder, with `/`
   * @throws the system's error
   */
  write(path: string, data: string | Uint8Array): void {
    const file = join(this.#folder, path);
    const parent = dirname(file);
    if (!this.#made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      this.#made.add(parent);
    }
    writeFileSync(file, data);
  }
}

/** Names of all files and folders below a folder, sorted, with `/`. */
export function listNames(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => name.replaceAll('\\', '/')).sort();
}

/** Whether a file's text matches an expression; true if it cannot be read. */
export function holdsText(file: string, pattern: RegExp): boolean {
  try {
    return pattern.test(readFileSync(file, 'utf8'));
  } catch {
    return true;
  }
}

/** Hash of a file's bytes; undefined if it cannot be read. */
export function hashFile(file: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('base64url');
  } catch {
    return undefined;
  }
}
