// What makes the same content give other results: Stele itself, the packages it is built on, and Node.

import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sourceFolder = fileURLToPath(new URL('..', import.meta.url));

/**
 * Stele's own files by size and time, since they change while it is worked on, and its dependencies by version.
 * @param folder its `src`; the package file stands beside it
 */
export async function describeProgram(folder = sourceFolder): Promise<string> {
  const paths = await readdir(folder, { recursive: true });
  const files = paths.map(async (path) => {
    // An editor's draft may be gone since the folder was read.
    const found = await stat(join(folder, path)).catch(() => undefined);
    return `${path} ${found?.size} ${found?.mtimeMs}`;
  });
  const { dependencies = {} } = await readPackage(dirname(folder.replace(/[\\/]$/, '')));
  const versions = Object.keys(dependencies).map(async (name) => `${name} ${await findVersion(folder, name)}`);
  return [process.version, ...(await Promise.all(files)).sort(), ...(await Promise.all(versions)).sort()].join('\n');
}

/** The version of a package as Node would find it from here; empty where there is none. */
async function findVersion(from: string, name: string): Promise<string> {
  for (let folder = from; ; folder = dirname(folder)) {
    const { version } = await readPackage(join(folder, 'node_modules', name));
    if (version !== undefined) return version;
    if (dirname(folder) === folder) return '';
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
