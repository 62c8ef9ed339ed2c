// The folder of compiled modules of builds. It is loaded before all else, so it imports nothing of Stele.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A build loads about 500 modules, and 2,500 if it compiles templates. */
const maxModules = 8_000;

/**
 * Empties a folder in which Node keeps compiled modules, if it has very many: each build has a few modules with new
 * names, and nothing else removes the old ones. Errors of the disk are ignored.
 */
export function emptyLargeFolder(folder: string, most = maxModules): void {
  try {
    // A folder for each version of Node.
    const count = readdirSync(folder).reduce((sum, name) => sum + readdirSync(join(folder, name)).length, 0);
    if (count > most) rmSync(folder, { recursive: true, force: true });
  } catch {
    // There is none, or it cannot be read or removed.
  }
}
