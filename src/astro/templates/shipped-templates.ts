// Compiled templates in the npm package, for sites without components of their own: the first build starts neither
// Astro nor Vite, even if nothing can be written into the package. The repository has none. `npm run package` writes
// them (scripts/package/ship-templates.ts).

import { join } from 'node:path';
import { hashFile, readFolder } from '../../project/index.ts';
import { rootFolder } from '../root.ts';
import type { Templates } from './templates.ts';

/** The folder of shipped templates: `list.json`, and the folders `server` and `client`. */
const shippedFolder = join(import.meta.dirname, '../../templates');

/** The file `list.json`: what `Templates` has besides files, and what the templates were compiled from. */
export interface ShippedList extends Pick<Templates, 'entry' | 'pages' | 'scripts'> {
  /** Files of Stele's package with their hashes, by path from the package's folder. */
  readonly sources: readonly (readonly [path: string, hash: string])[];
}

/**
 * Reads the shipped templates.
 * @returns undefined if there are none, or if a file of the package has been changed, as tools for patches do
 */
export function readShippedTemplates(): Templates | undefined {
  const files = readShipped();
  if (files === undefined) return undefined;
  const { entry, pages, scripts, sources } = JSON.parse(Buffer.from(files.get('list.json')!).toString()) as ShippedList;
  if (!sources.every(([path, hash]) => hashFile(join(rootFolder, path)) === hash)) return undefined;
  const place = join(shippedFolder, 'server');
  return { entry, pages, scripts, place, server: below('server/', files), client: below('client/', files) };
}

function readShipped(): ReadonlyMap<string, Uint8Array> | undefined {
  try {
    return readFolder(shippedFolder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function below(folder: string, files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...files].filter(([path]) => path.startsWith(folder)).map(([path, bytes]) => [path.slice(folder.length), bytes]),
  );
}
