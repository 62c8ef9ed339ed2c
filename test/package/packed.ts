// The npm package of this state of the repository, made once for all tests, and an install of it without a registry.

import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { filesBelow } from '../../scripts/package/files-below.ts';
import { repository } from '../site/run-stele.ts';

const run = promisify(execFile);
const cache = join(repository, '.cache/test-package');

/** The archive that `npm run package` makes. */
export async function packedStele(): Promise<string> {
  const place = join(cache, await digestOfSources());
  if (!(await isThere(place))) {
    const draft = join(cache, `.draft-${process.pid}-${randomBytes(4).toString('hex')}`);
    await run(process.execPath, [join(repository, 'scripts/package.ts'), '--no-install', '--out', draft]);
    // If another test was faster, its package is the same.
    await rename(draft, place).catch(() => rm(draft, { recursive: true }));
  }
  return join(
    place,
    (await readdir(place)).find((name) => /^stele-.*\.tgz$/.test(name))!,
  );
}

async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['src', 'scripts/package', 'docs/schemas', '.']) {
    const names =
      folder === '.'
        ? ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE']
        : await filesBelow(join(repository, folder));
    for (const name of names) hash.update(name).update(await readFile(join(repository, folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Installs the package into a folder, with links to the packages of this repository.
 * @param leftOut packages that are not linked
 * @returns the folder of the package
 */
export async function installLinked(folder: string, leftOut: readonly string[] = []): Promise<string> {
  const modules = join(folder, 'node_modules');
  const place = join(modules, 'stele');
  await mkdir(place, { recursive: true });
  await run('tar', ['-xzf', await packedStele(), '--strip-components=1', '-C', place]);
  const source = join(repository, 'node_modules');
  for (const name of await readdir(source)) {
    if (name.startsWith('.')) continue;
    const names = name.startsWith('@')
      ? (await readdir(join(source, name))).map((inner) => `${name}/${inner}`)
      : [name];
    for (const each of names.filter((one) => !leftOut.includes(one))) {
      await mkdir(join(modules, each, '..'), { recursive: true });
      await symlink(join(source, each), join(modules, each), 'dir');
    }
  }
  return place;
}

/** Runs the command of an installed package. */
export async function runInstalled(
  place: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const options = { cwd, env: { ...process.env, NO_COLOR: '1', INIT_CWD: cwd, ...env } };
  try {
    return { code: 0, ...(await run(process.execPath, [join(place, 'dist/cli/bin.js'), ...args], options)) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
