// A content folder in memory, with the files of `public` beside it: texts by path from the content folder. A test
// compiles it without a disk, or writes it to one.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileInSteps, runSteps, type CompileMemory, type QuickModel } from '../../src/compiler/index.ts';
import type { AssetFile, Compilation } from '../../src/compiler/model/index.ts';
import { contentOf } from '../../src/project/index.ts';

export type ContentFiles = Map<string, string>;

/** Paths of files of `public` begin with this. */
export const publicPrefix = '../public/';

/**
 * Compiles a content folder. An SVG has the size of its root element, as on a disk.
 * @param quick asks for a quick model first
 */
export function compileFiles(files: ContentFiles, memory?: CompileMemory, quick?: QuickModel): Compilation {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => ({ path, text }));
  const isText = (path: string): boolean => /\.mdx?$|(?:^|\/)_samples\//.test(path) || path === 'site.yaml';
  const isPublic = (path: string): boolean => path.startsWith(publicPrefix);
  const { content, diagnostics } = contentOf(
    'content',
    sorted.filter(({ path }) => !isPublic(path) && isText(path)),
    sorted.filter(({ path }) => !isPublic(path) && !isText(path)).map(({ path, text }) => assetOf(path, text)),
    sorted.filter(({ path }) => isPublic(path)).map(({ path, text }) => assetOf(path.slice(publicPrefix.length), text)),
  );
  return runSteps(compileInSteps(content, diagnostics, { memory, quick }));
}

function assetOf(path: string, text: string): AssetFile {
  if (!path.endsWith('.svg')) return { path };
  const size = /width="(\d+)" height="(\d+)"/.exec(text);
  const svg = { path, text };
  return size === null ? { path, svg } : { path, svg, size: { width: Number(size[1]), height: Number(size[2]) } };
}

/** The texts of a content folder on the disk. */
export function readFiles(folder: string): ContentFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Map(
    paths.map((path): [string, string] => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** Writes what differs from the last state of a content folder. Files that are equal are not touched. */
export function writeFiles(folder: string, files: ContentFiles, before: ContentFiles = new Map()): void {
  for (const path of before.keys()) if (!files.has(path)) rmSync(join(folder, path), { force: true });
  for (const [path, text] of files) {
    if (before.get(path) === text) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
