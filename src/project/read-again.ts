// A few changed files of a content folder → its content with their new texts, without reading the others.

import { lstatSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../compiler/diagnostics/index.ts';
import type { SourceFile } from '../compiler/source/index.ts';
import { isSampleSound, readText, type ContentRead } from './read-content.ts';

/**
 * Reads some files of a content folder again: pages, navigation files, samples, `site.yaml`.
 * @param read the last reading of the folder
 * @param paths from the content folder. Files that editors write for a moment while they save may be among them
 * @returns the content with the new texts; undefined if a path is none of these files, or cannot be read as before:
 * then the whole folder has to be read
 */
export function readAgain(folder: string, read: ContentRead, paths: ReadonlySet<string>): ContentRead | undefined {
  if (read.hasLinks !== false) return undefined;
  const { content } = read;
  const diagnostics: Diagnostic[] = [];
  const root = findRoot(folder);
  if (root === undefined) return undefined;
  const known = new Set(
    [...content.pages, ...content.navigation, ...content.samples.map(({ file }) => file), content.site]
      .flatMap((file) => file ?? [])
      .map(({ path }) => path),
  );
  const files = new Map<string, SourceFile>();
  for (const path of paths) {
    if (!known.has(path) && isGone(root, path) && isUnknown(read, path, known)) continue;
    const file =
      known.has(path) && isRegular(join(root, path)) ? readText(root, { path, place: path }, diagnostics) : undefined;
    if (file === undefined) return undefined;
    files.set(path, file);
  }
  const renew = (file: SourceFile): SourceFile => files.get(file.path) ?? file;
  const samples = content.samples.map((sample) => {
    const file = files.get(sample.file.path);
    return file === undefined ? sample : { ...sample, file };
  });
  if (!samples.every((sample) => !files.has(sample.file.path) || isSampleSound(sample, diagnostics))) return undefined;
  return {
    ...read,
    content: {
      ...content,
      site: content.site && renew(content.site),
      pages: content.pages.map(renew),
      navigation: content.navigation.map(renew),
      samples,
    },
  };
}

/** Whether nothing is at a path inside the content folder. */
function isGone(root: string, path: string): boolean {
  if (path === '..' || path.startsWith('../')) return false;
  try {
    return lstatSync(join(root, path), { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}

/** Whether the last reading has found nothing at a path, and nothing below it. */
function isUnknown({ content, diagnostics }: ContentRead, path: string, known: Iterable<string>): boolean {
  const others = [...content.assets, ...(content.approvals ? [content.approvals] : [])].map((file) => file.path);
  const below = `${path}/`;
  return [...known, ...others, ...diagnostics.map(({ file }) => file)].every(
    (each) => each !== path && !each.startsWith(below),
  );
}

function findRoot(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}

function isRegular(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
