// An installed repository → the number, the size and the licences of its packages.

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from './files-below.ts';

export interface InstallSize {
  readonly packages: number;
  readonly bytes: number;
  /** Number of packages by licence, the most frequent first; a package without a licence is named. */
  readonly licences: ReadonlyMap<string, number>;
  /** A line for each package: name, version and licence, sorted. */
  readonly list: readonly string[];
}

interface PackageFile {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string | { readonly type?: string };
}

/** @param folder a folder with `node_modules` */
export async function measureInstall(folder: string): Promise<InstallSize> {
  const modules = join(folder, 'node_modules');
  const files = (await filesBelow(modules)).filter((path) => !path.startsWith('.'));
  const sizes = await Promise.all(files.map(async (path) => (await stat(join(modules, path))).size));
  const manifests = files.filter((path) => /^(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+\/package\.json$/.test(path));
  const licences = new Map<string, number>();
  const list: string[] = [];
  for (const path of manifests) {
    const { name, version, license } = JSON.parse(await readFile(join(modules, path), 'utf8')) as PackageFile;
    const licence = (typeof license === 'object' ? license.type : license) ?? `none: ${name}`;
    licences.set(licence, (licences.get(licence) ?? 0) + 1);
    list.push(`${name}@${version}: ${licence}`);
  }
  return {
    packages: manifests.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    licences: new Map([...licences].sort(([, a], [, b]) => b - a)),
    list: list.sort(),
  };
}
