// The npm package of this state of the repository, as users have it, made once per state.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { filesBelow } from '../../package/files-below.ts';

const prefix = 'stele-';

/**
 * Makes the package, unless it has been made from the same sources.
 * @param root folder of the repository
 * @param place a folder below `root`. Packages of other states are removed from it
 * @returns the file of the command
 * @throws Error if it cannot be made
 */
export async function stageStele(root: string, place: string): Promise<string> {
  const name = `${prefix}${await digestOfSources(root)}`;
  await mkdir(place, { recursive: true });
  const names = await readdir(place);
  if (!names.includes(name)) {
    const draft = join(place, `${prefix}draft-${process.pid}`);
    console.error('bench: making the npm package');
    await promisify(execFile)(process.execPath, [join(root, 'scripts/package.ts'), '--no-install', '--out', draft]);
    await rename(draft, join(place, name));
  }
  for (const other of names) {
    if (other.startsWith(prefix) && other !== name) await rm(join(place, other), { recursive: true, force: true });
  }
  return join(place, name, 'stele/dist/cli/main.js');
}

async function digestOfSources(root: string): Promise<string> {
  const hash = createHash('sha256');
  const inside = ['src', 'scripts/package', 'docs/schemas'];
  const names = await Promise.all(
    inside.map(async (folder) => (await filesBelow(join(root, folder))).map((path) => join(folder, path))),
  );
  for (const path of [...names.flat(), 'package.json', 'package-lock.json']) {
    hash.update(`${path}\n`).update(await readFile(join(root, path)));
  }
  return hash.digest('hex').slice(0, 16);
}
