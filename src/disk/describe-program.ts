// Describes the program for cache keys: the versions of Stele, its dependencies and Node, which may all change the
// results.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
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
  return describeWhole(folder, (file) => {
    try {
      const { size, mtimeMs } = statSync(file);
      return `${size} ${mtimeMs}`;
    } catch {
      // A temporary file of an editor may have been removed since.
      return '';
    }
  });
}

/**
 * A text like that of `describeProgram` for the whole program, which is the same in each copy of Stele with the same
 * packages: it lists hashes of files, and what package managers say about installed packages.
 */
export async function describeWholeProgram(folder = sourceFolder): Promise<string> {
  const whole = describeWhole(folder, (file) => hashOf(readOr(file, '')));
  return `${whole}\n${await describeInstalled(folder)}`;
}

/**
 * Synchronous: for a thousand small files this takes a third as long as the thread pool.
 * @param describeFile describes a file of the program by its path; not called in the npm package
 */
function describeWhole(folder: string, describeFile: (file: string) => string): string {
  const digest = readOr(join(folder, digestFile), undefined)?.toString('utf8');
  // The digest covers the names of files, too.
  const paths = digest === undefined ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const files = paths.map((path) => `${path} ${describeFile(join(folder, path))}`);
  const top = dirname(folder.replace(/[\\/]$/, ''));
  // It may add integrations of Astro.
  const config = readOr(join(top, 'astro.config.mjs'), '');
  const { dependencies = {} } = readPackage(top);
  const versions = Object.keys(dependencies).map((name) => `${name} ${findPackage(folder, name)?.version ?? ''}`);
  return [process.version, digest, hashOf(config), ...files.sort(), ...versions.sort()].join('\n');
}

/** The bytes of a file; the other value if it cannot be read. */
function readOr<T>(file: string, otherwise: T): Buffer | T {
  try {
    return readFileSync(file);
  } catch {
    return otherwise;
  }
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
  const main = first === undefined ? undefined : findPackage(folder, first);
  const versions = [
    `${first} ${main?.version}`,
    ...others.map((name) => `${name} ${findPackage(main?.folder ?? folder, name)?.version}`),
  ];
  return [process.version, ...(await Promise.all(texts)), ...versions].join('\n');
}

function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Finds a package in the way of Node: in `node_modules` of a folder or of a folder above it. */
function findPackage(from: string, name: string): { folder: string; version: string } | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    const { version } = readPackage(place);
    // Packages may be links into another folder, and their own packages are beside them there.
    if (version !== undefined) return { folder: realpathSync(place), version };
    if (dirname(folder) === folder) return undefined;
  }
}

interface PackageFile {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function readPackage(folder: string): PackageFile {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
  } catch {
    return {};
  }
}
