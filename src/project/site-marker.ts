// The file that marks a folder as a site that Stele built, and says which files Stele wrote: what else stands there is
// somebody else's.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputFiles } from '../source/index.ts';
import { isAbsent } from './disk-error.ts';

/** File that marks a folder as a site that Stele built, and may therefore replace. */
export const markerFile = outputFiles.marker;

export interface SiteFacts {
  readonly pages: number;
  readonly version: string;
}

export interface Marker {
  /** Files of the site, in order; absent in sites of versions that did not note them. */
  readonly files?: readonly string[];
}

/**
 * Marks a built folder. The content is the same for the same site: it holds no time and no path from outside.
 * @param files all files of the site, the marker not among them
 */
export async function writeMarker(folder: string, facts: SiteFacts, files: readonly string[] = []): Promise<void> {
  const all = [...new Set([...files, markerFile])].sort();
  const text = JSON.stringify({ generator: 'stele', ...facts, files: all }, undefined, 1);
  await writeFile(join(folder, markerFile), `${text}\n`);
}

/**
 * The marker of a folder; undefined where there is none, or one that is not Stele's.
 * @throws the system's error where it cannot be read
 */
export async function readMarker(folder: string): Promise<Marker | undefined> {
  const text = await readFile(join(folder, markerFile), 'utf8').catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const { generator, files } = JSON.parse(text) as { generator?: unknown; files?: unknown };
    if (generator !== 'stele') return undefined;
    return isListOfPaths(files) ? { files } : {};
  } catch {
    return undefined;
  }
}

function isListOfPaths(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((path) => typeof path === 'string');
}

/** Whether a folder holds a site that Stele built. */
export async function isSite(folder: string): Promise<boolean> {
  return (await readMarker(folder)) !== undefined;
}
