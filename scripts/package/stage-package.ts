// The repository → the npm package: a folder with everything that is published, and the archive that npm makes of it.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compileSources } from './compile-sources.ts';
import { filesBelow } from './files-below.ts';
import { shipTemplates } from './ship-templates.ts';
import { writeManifest } from './write-manifest.ts';

export interface StagedPackage {
  /** The folder of the package. */
  readonly folder: string;
  /** The archive that `npm publish` would send. */
  readonly archive: string;
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
  await chmod(join(dist, 'cli/bin.js'), 0o755);
  await shipTemplates(folder);
  await writeFile(join(dist, 'digest.txt'), `${await digestOf(dist)}\n`);
  const { stdout } = await promisify(execFile)(
    'npm',
    ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', place],
    // On Windows npm is a batch file, which needs a shell.
    { cwd: folder, shell: process.platform === 'win32' },
  );
  return { folder, archive: join(place, stdout.trim().split('\n').at(-1)!) };
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
