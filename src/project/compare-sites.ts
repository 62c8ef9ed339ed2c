// Two built sites → the files that differ.

import { randomBytes } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { removeAtEnd, removeSurely } from '../disk/index.ts';
import { findPlace, verifyPrefix } from './output-place.ts';
import { listSiteFiles } from './site-files.ts';

/**
 * Runs work with a new folder beside an output folder, and removes the folder afterwards.
 * @throws the system's error
 */
export async function withFolderBeside<T>(out: string, work: (folder: string) => Promise<T>): Promise<T> {
  const place = await findPlace(out);
  const name = `${verifyPrefix(basename(place))}${process.pid}-${randomBytes(4).toString('hex')}`;
  const folder = join(dirname(place), name);
  removeAtEnd(folder);
  await mkdir(folder);
  try {
    return await work(folder);
  } finally {
    // A failed removal is tried again when the process ends.
    await removeSurely(folder).catch(() => undefined);
  }
}

/**
 * Paths of files that only one of two sites has, or that differ in their bytes, sorted.
 * @throws the system's error if a file cannot be read
 */
export async function compareSites(a: string, b: string): Promise<readonly string[]> {
  const [ofA, ofB] = [new Set(await listSiteFiles(a)), new Set(await listSiteFiles(b))];
  const isSame = (path: string): boolean =>
    ofA.has(path) &&
    ofB.has(path) &&
    lstatSync(join(a, path)).isFile() &&
    readFileSync(join(a, path)).equals(readFileSync(join(b, path)));
  return [...new Set([...ofA, ...ofB])].filter((path) => !isSame(path)).sort();
}
