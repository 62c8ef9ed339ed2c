// A built site on disk → its files, and the files in its folder that Stele did not write.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of all files below a folder, including links and other entries, with `/`, sorted. */
export async function listSiteFiles(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  visit(folder, '', (path, isFolder) => {
    if (!isFolder) files.push(path);
    return true;
  });
  return files.sort();
}

/** Absolute path of a file in the first folder that has it; in the last folder if none has. */
export function findIn(folders: readonly string[], path: string): string {
  const folder = folders.find((each, i) => i === folders.length - 1 || existsSync(join(each, path)));
  return join(folder ?? '', path);
}

/**
 * Entries of a folder that are not among the files of its site. A folder that is not part of the site is listed once,
 * with a `/` at its end.
 */
export async function findForeignFiles(folder: string, files: readonly string[]): Promise<readonly string[]> {
  const known = new Set<string>();
  for (const file of files) {
    known.add(file);
    for (
      let at = file.lastIndexOf('/');
      at > 0 && !known.has(file.slice(0, at + 1));
      at = file.lastIndexOf('/', at - 1)
    ) {
      known.add(file.slice(0, at + 1));
    }
  }
  const foreign: string[] = [];
  visit(folder, '', (path, isFolder) => {
    const name = isFolder ? `${path}/` : path;
    if (!known.has(name)) foreign.push(name);
    return known.has(name);
  });
  return foreign.sort();
}

/**
 * Visits everything below a folder. Synchronous calls take half as long for small folders as the thread pool.
 * @param enter called for each file and folder; returns whether to visit a folder
 */
function visit(folder: string, path: string, enter: (path: string, isFolder: boolean) => boolean): void {
  for (const entry of readdirSync(path === '' ? folder : `${folder}/${path}`, { withFileTypes: true })) {
    const inner = path === '' ? entry.name : `${path}/${entry.name}`;
    const isFolder = entry.isDirectory();
    if (enter(inner, isFolder) && isFolder) visit(folder, inner, enter);
  }
}
