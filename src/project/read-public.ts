// The folder `public` beside a content folder → the files that stand at the top of the site as they are.

import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Diagnostic } from '../compiler/diagnostics/index.ts';
import type { AssetFile } from '../compiler/model/index.ts';
import { outputFiles } from '../compiler/source/index.ts';
import { listFiles } from './list-files.ts';
import { readAssets } from './read-assets.ts';

/** Absolute path of the folder whose files a site publishes as they are: beside the content folder, never elsewhere. */
export function publicFolderOf(contentFolder: string): string {
  return join(dirname(contentFolder), 'public');
}

/** How findings name the folder: from the content folder, as every place. */
const shownFolder = '../public/';

/**
 * The files of `public`, in path order; none where there is no such folder, where it is the content folder itself, or
 * where it is a site that Stele built.
 * @param diagnostics takes links that lead out of it, pipes, and what cannot be read
 */
export async function readPublic(contentFolder: string, diagnostics: Diagnostic[]): Promise<readonly AssetFile[]> {
  const folder = publicFolderOf(contentFolder);
  if (basename(contentFolder) === 'public' || !(await isFolder(folder))) return [];
  if ((await readdir(folder)).includes(outputFiles.marker)) return [];
  const found: Diagnostic[] = [];
  const files = await listFiles(folder, found, { words: 'the folder `public`', isLeftAlone, hasSamples: false });
  const assets = await readAssets(folder, files, found);
  for (const diagnostic of found) diagnostics.push({ ...diagnostic, file: shownFolder + diagnostic.file });
  return assets;
}

/** Hidden files belong to editors, systems and git, but for the folder that the web has for such files (RFC 8615). */
function isLeftAlone(name: string, folder: string): boolean {
  return name.startsWith('.') && !(name === '.well-known' && folder === '');
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}
