// Reads and writes the marker file of a built site, which lists the files that Stele wrote. All other files are
// foreign.

import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputFiles } from '../compiler/source/index.ts';
import { isAbsent, writeWhole } from '../disk/index.ts';
import { FileChanged, withFile } from './open-file.ts';

/** File that marks a folder as a site that Stele built, and may therefore replace. */
export const markerFile = outputFiles.marker;

/** Facts about a site that its marker states. */
export interface MarkerFacts {
  readonly pages: number;
  readonly version: string;
  /** Path that the site was built for, with `/` at both ends. Only the 404 page depends on it. */
  readonly base: string;
  /** Set on a part of a site. */
  readonly shard?: Shard | undefined;
  /** Number of errors of the content, if it has any: pages may have gaps. */
  readonly errors?: number | undefined;
}

/** One of several parts of a site that are built apart (`stele build --shard`). */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
  /** Identifies the content and options: parts of different ones do not fit. */
  readonly content: string;
}

/** The facts of a marker that other builds and servers read. */
export interface Marker {
  /** Files of the site, sorted; absent in sites of older versions. */
  readonly files?: readonly string[];
  /** Path that the site was built for; absent in sites of older versions. */
  readonly base?: string;
  /** Version of Stele that built it. */
  readonly version?: string;
  /** Number of addresses of the whole site. */
  readonly pages?: number;
  /** Set on a part of a site. */
  readonly shard?: Shard;
  /** Number of errors of the content; absent if it had none. */
  readonly errors?: number;
}

/**
 * Writes the marker. It contains no time and no outside path, so the same site gives the same marker.
 * @param files all files of the site, without the marker
 */
export async function writeMarker(folder: string, facts: MarkerFacts, files: readonly string[] = []): Promise<void> {
  const all = [...new Set([...files, markerFile])].sort();
  const text = JSON.stringify({ generator: 'stele', ...facts, files: all }, undefined, 1);
  await writeFile(join(folder, markerFile), `${text}\n`);
}

/**
 * Changes the base path in the marker of a site, and nothing else.
 * @throws the system's error; SyntaxError if the marker is damaged, which `readMarker` finds first
 */
export async function rewriteBase(folder: string, base: string): Promise<void> {
  const file = join(folder, markerFile);
  const facts = JSON.parse(readText(file) ?? '') as object;
  await writeWhole(file, `${JSON.stringify({ ...facts, base }, undefined, 1)}\n`);
}

/**
 * The marker of a folder; undefined if there is none, or if Stele did not write it.
 * @throws the system's error if it cannot be read
 */
export async function readMarker(folder: string): Promise<Marker | undefined> {
  const text = readText(join(folder, markerFile));
  if (text === undefined) return undefined;
  try {
    const { generator, files, base, version, pages, shard, errors } = JSON.parse(text) as Readonly<
      Record<string, unknown>
    >;
    if (generator !== 'stele') return undefined;
    return {
      ...(isListOfPaths(files) ? { files } : {}),
      ...(typeof base === 'string' ? { base } : {}),
      ...(typeof version === 'string' ? { version } : {}),
      ...(typeof pages === 'number' ? { pages } : {}),
      ...(isShard(shard) ? { shard } : {}),
      ...(typeof errors === 'number' ? { errors } : {}),
    };
  } catch {
    return undefined;
  }
}

/** The marker of a site with a million pages is smaller. */
const maxBytes = 256 * 1024 * 1024;

function readText(file: string): string | undefined {
  try {
    return withFile(file, (descriptor, size) => (size > maxBytes ? undefined : readFileSync(descriptor, 'utf8')));
  } catch (error) {
    if (isAbsent(error) || error instanceof FileChanged) return undefined;
    throw error;
  }
}

function isShard(value: unknown): value is Shard {
  const { index, count, content } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return Number.isInteger(index) && Number.isInteger(count) && typeof content === 'string';
}

function isListOfPaths(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((path) => typeof path === 'string');
}
