// A path below a folder → the file that it leads to, if that is in the folder. Links may have changed since the folder
// was read.

import { realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** The real folder, and the real path in it, with `/`. Undefined if there is no file or if it is outside. */
export async function findInside(folder: string, path: string): Promise<{ folder: string; path: string } | undefined> {
  try {
    const real = await realpath(folder);
    const file = await realpath(join(folder, path));
    const inside = relative(real, file).split(sep);
    if (inside[0] === '..' || join(real, ...inside) !== file || !(await stat(file)).isFile()) return undefined;
    return { folder: real, path: inside.join('/') };
  } catch {
    return undefined;
  }
}
