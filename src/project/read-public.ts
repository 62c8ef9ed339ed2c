// The folder `public` beside a content folder → the files that are copied unchanged to the top of the site.

import { readdir, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Diagnostic } from '../compiler/diagnostics/index.ts';
import type { AssetFile } from '../compiler/model/index.ts';
import { outputFiles } from '../compiler/source/index.ts';
import { isIgnoredPublic, publicFolderOf } from '../disk/index.ts';
import { listFiles, type FoundFile } from './list-files.ts';
import { readAssets } from './read-assets.ts';

/** Path of the folder in findings, relative to the content folder like all paths. */
const shownFolder = '../public/';

/**
 * The files of `public`, in path order; none if there is no such folder, if it is the content folder itself, or if it
 * is a site that Stele built.
 * @param diagnostics receives findings about links that lead out of it, pipes, and files that cannot be read
 */
export async function readPublic(contentFolder: string, diagnostics: Diagnostic[]): Promise<readonly AssetFile[]> {
  const found: Diagnostic[] = [];
  const files = await listPublic(contentFolder, found);
  const assets = await readAssets(publicFolderOf(contentFolder), files, found);
  for (const diagnostic of found) diagnostics.push({ ...diagnostic, file: shownFolder + diagnostic.file });
  return assets;
}

/** The files of `public` without their facts: as `readPublic`, but findings name paths from `public`. */
export async function listPublic(contentFolder: string, diagnostics: Diagnostic[]): Promise<readonly FoundFile[]> {
  const folder = publicFolderOf(contentFolder);
  if (basename(contentFolder) === 'public' || !(await isFolder(folder))) return [];
  if ((await readdir(folder)).includes(outputFiles.marker)) return [];
  return listFiles(folder, diagnostics, {
    words: 'the folder `public`',
    isIgnored: isIgnoredPublic,
    hasSamples: false,
  });
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}
