// Describes the program for cache keys: the versions of Stele, its dependencies and Node, which may all change the
// results.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The file of the npm package with a hash of the program's files. The repository has none. */
export const digestFile = 'digest.txt';

const sourceFolder = fileURLToPath(new URL('..', import.meta.url));

/** The versions of Stele and Node, without spaces. */
export const writerVersion = `${versionOf(join(sourceFolder, '..'))}/${process.version}`;

function versionOf(folder: string): string {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile).version ?? '';
  } catch {
    return '';
  }
}

/** A part of the program, for results that depend only on this part. */
export interface ProgramPart {
  /** Files, as paths from `src`. */
  readonly files: readonly string[];
  /** Packages by name. The other packages may be installed inside the first one. */
  readonly packages: readonly string[];
}

/**
 * A text that changes when the program changes, for the keys of caches. It lists Stele's files with size and time,
 * since they change during development, its dependencies with version, and Astro's configuration. In the npm package,
 * where times are those of the install, a hash of all files replaces the times. For a part, it lists the hashes of the
 * part's files, which are the same in each copy of Stele.
 * @param part the part to describe; the whole program if absent
 * @param folder the program's folder `src`; `package.json` is beside it
 * @throws Error if a file of the part cannot be read
 */
export async function describeProgram(part?: ProgramPart, folder = sourceFolder): Promise<string> {
  if (part !== undefined) return describePart(part, folder);
  return describeWhole(folder, async (file) => {
    // A temporary file of an editor may have been removed since.
    const found = await stat(file).catch(() => undefined);
    return `${found?.size} ${found?.mtimeMs}`;
  });
}

/**
 * A text like that of `describeProgram` for the whole program, which is the same in each copy of Stele with the same
 * packages: it lists hashes of files, and what package managers say about installed packages.
 */
export async function describeWholeProgram(folder = sourceFolder): Promise<string> {
  const whole = await describeWhole(folder, async (file) => hashOf(await readFile(file).catch(() => '')));
  return `${whole}\n${await describeInstalled(folder)}`;
}

/** @param describeFile describes a file of the program by its path; not called in the npm package */
async function describeWhole(folder: string, describeFile: (file: string) => Promise<string>): Promise<string> {
  const paths = await readdir(folder, { recursive: true });
  const digest = await readFile(join(folder, digestFile), 'utf8').catch(() => undefined);
  const files = paths.map(async (path) => {
    return digest === undefined ? `${path} ${await describeFile(join(folder, path))}` : path;
  });
  const top = dirname(folder.replace(/[\\/]$/, ''));
  // It may add integrations of Astro.
  const config = await readFile(join(top, 'astro.config.mjs')).catch(() => '');
  const { dependencies = {} } = await readPackage(top);
  const versions = Object.keys(dependencies).map(
    async (name) => `${name} ${(await findPackage(folder, name))?.version ?? ''}`,
  );
  const all = [...(await Promise.all(files)).sort(), ...(await Promise.all(versions)).sort()];
  return [process.version, digest, hashOf(config), ...all].join('\n');
}

/** Files in which npm, pnpm and Yarn list what they have installed, from a folder that contains `node_modules`. */
const installLists = ['.package-lock.json', '.pnpm/lock.yaml', '.yarn-state.yml'].map((name) =>
  join('node_modules', name),
);

/** Hashes of the lists of installed packages in the folders above the program. */
async function describeInstalled(from: string): Promise<string> {
  const lists = installLists.map((list) => readFile(join(from, list), 'utf8').catch(() => ''));
  const hashes = (await Promise.all(lists)).map((list) => (list === '' ? '' : hashOf(withoutName(list))));
  return `${hashes.join(' ')}\n${dirname(from) === from ? '' : await describeInstalled(dirname(from))}`.trim();
}

/** npm names the folder of a project that has no name. */
function withoutName(list: string): string {
  return list.replace(/^\{\s*"name": "[^"]*",/, '');
}

/** A file of the program: in the npm package it is JavaScript. */
function programFile(folder: string, path: string): string {
  return join(folder, path.replace(/\.ts$/, extname(import.meta.filename)));
}

async function describePart({ files, packages: [first, ...others] }: ProgramPart, folder: string): Promise<string> {
  const texts = files.map(async (path) => `${path} ${hashOf(await readFile(programFile(folder, path)))}`);
  const main = first === undefined ? undefined : await findPackage(folder, first);
  const versions = [
    `${first} ${main?.version}`,
    ...others.map(async (name) => `${name} ${(await findPackage(main?.folder ?? folder, name))?.version}`),
  ];
  return [process.version, ...(await Promise.all(texts)), ...(await Promise.all(versions))].join('\n');
}

function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Finds a package in the way of Node: in `node_modules` of a folder or of a folder above it. */
async function findPackage(from: string, name: string): Promise<{ folder: string; version: string } | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    const { version } = await readPackage(place);
    // Packages may be links into another folder, and their own packages are beside them there.
    if (version !== undefined) return { folder: await realpath(place), version };
    if (dirname(folder) === folder) return undefined;
  }
}

interface PackageFile {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

async function readPackage(folder: string): Promise<PackageFile> {
  try {
    return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as PackageFile;
  } catch {
    return {};
  }
}
