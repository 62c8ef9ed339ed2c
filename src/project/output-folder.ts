// The output folder: built beside its place and swapped in by rename, so that it is never half. Ours by a marker file.

import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { outputFiles } from '../source/index.ts';

/** File that marks a folder as a site that Stele built, and may therefore replace. */
export const markerFile = outputFiles.marker;

/** Why an output folder is refused, in words for its user. */
export class OutputRefused extends Error {
  override readonly name = 'OutputRefused';
}

/** An output folder while it is being built. */
export interface OutputBuild {
  /** Where to write: a folder beside the final place, on the same disk. */
  readonly folder: string;
  /** Puts what was written in the place of the last site. */
  commit(): Promise<void>;
  /** Removes what was written; the last site stays as it was. */
  discard(): Promise<void>;
}

/**
 * Opens a build of `out`. Before that it heals what a killed build left: a last good site that stands beside its place.
 * @throws OutputRefused where the folder holds somebody else's files, or contains or lies in the content folder
 */
export async function openOutput(out: string, content: string): Promise<OutputBuild> {
  const place = resolve(out);
  refuseOverlap(await realPath(place), await realPath(resolve(content)));
  await heal(place);
  await refuseForeign(place);
  await mkdir(dirname(place), { recursive: true });
  const folder = join(dirname(place), `.${basename(place)}.building-${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(folder);
  return {
    folder,
    commit: () => swap(folder, place),
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A path with its symbolic links followed, also where its last parts do not exist yet. */
async function realPath(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined || dirname(path) === path) return real ?? path;
  return join(await realPath(dirname(path)), basename(path));
}

function refuseOverlap(out: string, content: string): void {
  if (isInside(out, content))
    throw new OutputRefused(`${out} lies in the content folder ${content}. Choose a folder outside of it.`);
  if (isInside(content, out))
    throw new OutputRefused(`${out} contains the content folder ${content}. Choose another folder.`);
}

/** Whether a path is a folder or lies in it. */
function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && resolve(way) !== way);
}

async function refuseForeign(place: string): Promise<void> {
  const found = await stat(place).catch(() => undefined);
  if (found === undefined) return;
  if (!found.isDirectory()) throw new OutputRefused(`${place} is a file. Choose a folder.`);
  const names = await readdir(place);
  if (names.length === 0 || names.includes(markerFile)) return;
  throw new OutputRefused(
    `${place} holds files that are not a site of Stele's. Choose an empty or new folder, or remove them.`,
  );
}

/** Name of the last good site between the two renames of a swap. */
function asidePath(place: string): string {
  return join(dirname(place), `.${basename(place)}.previous`);
}

/** The new site is in its place, or the old one is, but for the moment between the renames: `heal` ends that one. */
async function swap(folder: string, place: string): Promise<void> {
  const aside = asidePath(place);
  await rm(aside, { recursive: true, force: true });
  const hadSite = await exists(place);
  if (hadSite) await rename(place, aside);
  try {
    await rename(folder, place);
  } catch (error) {
    if (hadSite) await rename(aside, place);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

/**
 * Puts back a site that a killed build left aside, and removes folders of builds whose process has ended.
 * Every command that reads or writes an output folder calls it first.
 */
export async function heal(out: string): Promise<void> {
  const place = resolve(out);
  const aside = asidePath(place);
  if (await exists(aside)) {
    if (await exists(place)) await rm(aside, { recursive: true, force: true });
    else await rename(aside, place);
  }
  const prefix = `.${basename(place)}.building-`;
  const names = await readdir(dirname(place)).catch(() => [] as string[]);
  for (const name of names.filter((candidate) => candidate.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (!isRunning(pid)) await rm(join(dirname(place), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Marks a built folder. The content is the same for the same site: it holds no time and no path. */
export async function writeMarker(
  folder: string,
  facts: { readonly pages: number; readonly version: string },
): Promise<void> {
  await writeFile(join(folder, markerFile), `${JSON.stringify({ generator: 'stele', ...facts }, undefined, 2)}\n`);
}

/** Whether a folder holds a site that Stele built. */
export async function isSite(folder: string): Promise<boolean> {
  return readFile(join(folder, markerFile), 'utf8').then(
    (text) => text.includes('"generator": "stele"'),
    () => false,
  );
}
