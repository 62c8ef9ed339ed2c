// Starlight, installed for the benchmark only, in a folder that git ignores. This is the benchmark's only use of the
// network. Sites below that folder find the packages, because Node and Vite search `node_modules` upwards.

import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The package that pins Starlight's version, with its lock file. */
const pinned = join(import.meta.dirname, '..', '..', 'starlight');
const packageFiles = ['package.json', 'package-lock.json'] as const;

export interface InstalledStarlight {
  readonly version: string;
  /** The file of Astro's command. */
  readonly command: string;
}

/**
 * Installs Starlight into `folder` unless the pinned version is there. @throws Error with npm's output if that fails
 */
export async function ensureStarlight(folder: string): Promise<InstalledStarlight> {
  if (!(await isInstalled(folder))) {
    console.error('bench: installing Starlight with npm, once: this needs the network.');
    await mkdir(folder, { recursive: true });
    await copyFile(join(pinned, 'package.json'), join(folder, 'package.json'));
    await copyFile(join(pinned, 'package-lock.json'), join(folder, 'package-lock.json'));
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    const run = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
    if (run.status !== 0) throw new Error(`Starlight cannot be installed. npm said:\n${run.stderr}${run.stdout}`);
  }
  return { version: await starlightVersion(), command: join(folder, 'node_modules', 'astro', 'bin', 'astro.mjs') };
}

/** The pinned versions: `0.42.4 with Astro 7.3.4`. */
export async function starlightVersion(): Promise<string> {
  const { dependencies } = JSON.parse(await readFile(join(pinned, 'package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  return `${dependencies['@astrojs/starlight']} with Astro ${dependencies['astro']}`;
}

/** npm writes `.package-lock.json` last, so an installation that was stopped has none. */
async function isInstalled(folder: string): Promise<boolean> {
  const read = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
  for (const name of packageFiles) {
    if ((await read(join(folder, name))) !== (await read(join(pinned, name)))) return false;
  }
  return (await read(join(folder, 'node_modules', '.package-lock.json'))) !== '';
}
