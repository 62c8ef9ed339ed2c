// Installs the archive of the package into a new repository in the way of a user, builds it, and compares the site with
// the one that this repository builds from the same content.

import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { filesBelow } from './files-below.ts';

const run = promisify(execFile);

/** A way to install and use the package. */
export interface Trial {
  /** `yarn-pnp` is Yarn with Plug'n'Play: there is no `node_modules`. */
  readonly manager: 'npm' | 'pnpm' | 'yarn' | 'yarn-pnp';
  /** `content`: a repository with content only. `astro`: an Astro project with a page of its own. */
  readonly use: 'content' | 'astro';
}

export interface TrialPlace {
  /** Folder of this repository. */
  readonly root: string;
  /** New folder for everything that the trial makes; the folder of the tools is shared by trials. */
  readonly work: string;
  readonly archive: string;
  /** Folder with the program `node` that runs everything. */
  readonly node: string;
}

export interface TrialResult {
  /** Folder of the new repository, whose name has a space and letters outside of ASCII. */
  readonly folder: string;
  /** Milliseconds of the install and of the build. */
  readonly install: number;
  readonly build: number;
  /** Files that differ from those of this repository's build, or are missing. */
  readonly different: readonly string[];
}

const versions = { pnpm: '12.21.0', yarn: '1.22.22', 'yarn-pnp': '4.18.1', astro: '7.3.4' } as const;
const quietly = ['--ignore-scripts', '--prefer-offline'];

/** @throws Error with the output of a command that fails */
export async function runTrial({ manager, use }: Trial, place: TrialPlace): Promise<TrialResult> {
  const folder = join(place.work, `${manager} größe ${use}`);
  const command = join(place.root, 'src/cli/main.ts');
  const env = { ...process.env, INIT_CWD: folder, NO_COLOR: '1', NODE_ENV: '', ASTRO_TELEMETRY_DISABLED: '1' };
  const options = { cwd: folder, env: { ...env, PATH: `${place.node}${delimiter}${process.env['PATH']}` } };
  await mkdir(folder, { recursive: true });
  const devDependencies = { stele: `file:${place.archive}`, ...(use === 'astro' ? { astro: versions.astro } : {}) };
  const manifest = { name: 'trial', private: true, type: 'module', devDependencies };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await run(process.execPath, [command, 'init', '--yes', '--title', 'Trial'], { cwd: folder, env });
  if (use === 'astro') await writeAstroFiles(folder);
  const install = await timed(async () => {
    if (manager === 'npm') return run('npm', ['install', ...quietly, '--no-audit', '--no-fund'], options);
    const tool = await toolOf(manager, place);
    // Yarn 1 takes an archive from its cache by name and version only, so its cache must not be older than the archive.
    const cache = manager === 'yarn' ? ['--cache-folder', join(place.work, '../tools/yarn-cache')] : [];
    if (manager !== 'yarn-pnp') return run(tool, ['install', ...quietly, ...cache], options);
    await writePnpFiles(folder);
    return run(tool, ['install'], options);
  });
  const program = use === 'astro' ? 'astro' : 'stele';
  const build = await timed(async () =>
    manager === 'yarn-pnp'
      ? run(await toolOf(manager, place), [program, 'build'], options)
      : run(join(folder, 'node_modules/.bin', program), ['build'], options),
  );
  await run(process.execPath, [command, 'build', '--out', 'reference'], { cwd: folder, env });
  return { folder, install, build, different: await compare(join(folder, 'reference'), join(folder, 'dist')) };
}

async function writeAstroFiles(folder: string): Promise<void> {
  await mkdir(join(folder, 'src/pages'), { recursive: true });
  await writeFile(join(folder, 'src/pages/own.astro'), '<html lang="en"><body><h1>Own</h1></body></html>\n');
  const config = "import { defineConfig } from 'astro/config';\nimport { stele } from 'stele';\n\n";
  await writeFile(
    join(folder, 'astro.config.mjs'),
    `${config}export default defineConfig({ integrations: [stele()] });\n`,
  );
}

/** Yarn reads no settings of npm, such as the registry. */
async function writePnpFiles(folder: string): Promise<void> {
  const registry = (await run('npm', ['config', 'get', 'registry'])).stdout.trim();
  const settings = {
    npmRegistryServer: registry,
    unsafeHttpWhitelist: ['*'],
    enableScripts: false,
    enableTelemetry: false,
  };
  await writeFile(join(folder, '.yarnrc.yml'), JSON.stringify(settings));
  await writeFile(join(folder, 'yarn.lock'), '');
}

/** The program of a package manager, installed once. */
async function toolOf(manager: Exclude<Trial['manager'], 'npm'>, { work }: TrialPlace): Promise<string> {
  const tools = join(work, '../tools', manager);
  await mkdir(tools, { recursive: true });
  const isPnp = manager === 'yarn-pnp';
  const spec = `${isPnp ? '@yarnpkg/cli-dist' : manager}@${versions[manager]}`;
  await run('npm', ['install', '--prefix', tools, ...quietly, '--no-audit', '--no-fund', '--no-save', spec]);
  return join(tools, 'node_modules/.bin', isPnp ? 'yarn' : manager);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The marker of Stele's own builds names the version and the files; builds of Astro have none. */
async function compare(reference: string, site: string): Promise<readonly string[]> {
  const different: string[] = [];
  for (const path of await filesBelow(reference)) {
    if (path === '.stele.json') continue;
    const [one, two] = await Promise.all(
      [reference, site].map((each) => readFile(join(each, path)).catch(() => undefined)),
    );
    if (two === undefined || !one!.equals(two)) different.push(path);
  }
  return different;
}
