// The repository → the npm package: a folder with everything that is published, and the archive that npm makes of it.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { bundleCommand } from './bundle-command.ts';
import { compileSources } from './compile-sources.ts';
import { filesBelow } from './files-below.ts';
import { shipExpressions } from './ship-expressions.ts';
import { shipFont, shipGrammars } from './ship-grammars.ts';
import { shipTemplates } from './ship-templates.ts';
import { writeManifest } from './write-manifest.ts';

export interface StagedPackage {
  /** The folder of the package. */
  readonly folder: string;
  /** The archive that `npm publish` would send. */
  readonly archive: string;
  /** The archive of `create-stele`, for `npm create stele`. */
  readonly creator: string;
}

/** Astro's configuration in the package: `stele build` uses it if the user has no Astro project. */
const astroConfig = `import { stele } from './dist/index.js';

export default { integrations: [stele()] };
`;

/**
 * Makes the package below a folder, which is emptied first.
 * @param root folder of the repository, whose `node_modules` has the dependencies
 * @param place a folder below `root`
 * @throws Error if a step fails
 */
export async function stagePackage(root: string, place: string): Promise<StagedPackage> {
  const folder = join(place, 'stele');
  const dist = join(folder, 'dist');
  await rm(place, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  for (const path of ['README.md', 'CHANGELOG.md', 'LICENSE', 'docs/schemas']) {
    await cp(join(root, path), join(folder, path), { recursive: true });
  }
  await writeFile(join(folder, 'astro.config.mjs'), astroConfig);
  await writeManifest(root, folder);
  await compileSources(root, dist);
  await bundleCommand(dist);
  await chmod(join(dist, 'cli/bin.js'), 0o755);
  await shipTemplates(folder);
  await writeSchemas(folder);
  await shipExpressions(root, dist);
  await shipGrammars(root, dist);
  await shipFont(root, dist);
  await writeFile(join(dist, 'digest.txt'), `${await digestOf(dist)}\n`);
  await cp(join(root, 'scripts/package/create-stele'), join(place, 'create-stele'), { recursive: true });
  await cp(join(root, 'LICENSE'), join(place, 'create-stele/LICENSE'));
  return { folder, archive: await pack(folder, place), creator: await pack(join(place, 'create-stele'), place) };
}

/** Makes the archive of a package. Returns its path. */
async function pack(folder: string, place: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', place],
    // On Windows npm is a batch file, which needs a shell.
    { cwd: folder, shell: process.platform === 'win32' },
  );
  return join(place, stdout.trim().split('\n').at(-1)!);
}

/** The schemas that editors read from the installed package. */
async function writeSchemas(folder: string): Promise<void> {
  const compiler = pathToFileURL(join(folder, 'dist/compiler/index.js')).href;
  const { makeJsonSchema } = (await import(compiler)) as typeof import('../../src/compiler/index.ts');
  for (const name of ['page', 'site', 'navigation'] as const) {
    const text = `${JSON.stringify(makeJsonSchema(name), undefined, 2)}\n`;
    await writeFile(join(folder, `docs/schemas/${name}.schema.json`), text);
  }
}

/** A hash of all files below a folder, with their paths. */
async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await filesBelow(folder)) {
    hash.update(
      `${path} ${createHash('sha256')
        .update(await readFile(join(folder, path)))
        .digest('hex')}\n`,
    );
  }
  return hash.digest('hex');
}
