// All package managers, both uses and all versions of Node: `npm run package -- --matrix`.

import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runTrial, type Trial } from './run-trial.ts';

const nodes = ['22', '24', '26'];

const trials: readonly Trial[] = [
  ...(['npm', 'pnpm', 'yarn'] as const).flatMap((manager) =>
    (['content', 'astro'] as const).map((use) => ({ manager, use })),
  ),
  { manager: 'yarn-pnp', use: 'content' },
];

/**
 * Runs all trials, and prints a line for each.
 * @returns whether all of them built the same site as this repository
 */
export async function runMatrix(root: string, archive: string, work: string): Promise<boolean> {
  let isSame = true;
  console.log('| Node | manager | use | install | build | site |\n|---|---|---|---|---|---|');
  for (const version of nodes) {
    const node = await installNode(version, join(work, `node-${version}`));
    for (const trial of trials) {
      const name = `| ${version} | ${trial.manager} | ${trial.use} |`;
      try {
        const place = { root, archive, node, work: join(work, version) };
        const { install, build, different } = await runTrial(trial, place);
        isSame &&= different.length === 0;
        const site = different.length === 0 ? 'same' : `${different.length} files differ: ${different[0]}`;
        console.log(`${name} ${seconds(install)} | ${seconds(build)} | ${site} |`);
      } catch (error) {
        isSame = false;
        console.log(`${name} failed |\n${(error as { stderr?: string }).stderr || String(error)}`);
      }
    }
  }
  return isSame;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Installs a Node from the registry. Returns the folder of its program. */
async function installNode(version: string, folder: string): Promise<string> {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  await mkdir(folder, { recursive: true });
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  await promisify(execFile)('npm', ['install', '--prefix', folder, ...options, `${name}@${version}`]);
  return join(folder, 'node_modules', name, 'bin');
}
