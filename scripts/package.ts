// `npm run package`: makes the npm package as it would be published, installs it into a new repository and reports its
// size.

import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { filesBelow } from './package/files-below.ts';
import { measureInstall } from './package/measure-install.ts';
import { runMatrix } from './package/run-matrix.ts';
import { runTrial } from './package/run-trial.ts';
import { stagePackage } from './package/stage-package.ts';
import { runWithOptions } from './run-with-options.ts';

const usage = `Usage: npm run package -- [options]

Options:
  --out DIR       folder below the repository, which is emptied (default: .cache/package)
  --no-install    make the package only
  --matrix        install it with npm, pnpm and yarn, with content only and in an Astro project, on each Node
`;

const root = fileURLToPath(new URL('..', import.meta.url));
// Astro leaves timers behind.
process.exit(await runWithOptions(usage, readOptions, async (values) => ((await run(values)) ? 0 : 1)));

function readOptions() {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: '.cache/package' },
      'no-install': { type: 'boolean', default: false },
      matrix: { type: 'boolean', default: false },
    },
  });
  return values;
}

async function run(values: NonNullable<ReturnType<typeof readOptions>>): Promise<boolean> {
  const { folder, archive } = await stagePackage(root, resolve(root, values.out));
  const files = await filesBelow(folder);
  const sizes = await Promise.all(files.map(async (path) => (await stat(join(folder, path))).size));
  console.log(`${relative(root, archive)}: ${megabytes((await stat(archive)).size)}`);
  console.log(`${files.length} files, ${megabytes(sizes.reduce((sum, size) => sum + size, 0))} unpacked`);
  if (values['no-install']) return true;
  const work = await mkdtemp(join(tmpdir(), 'stele-package-'));
  try {
    return values.matrix ? await runMatrix(root, archive, work) : await reportInstall(archive, work);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function reportInstall(archive: string, work: string): Promise<boolean> {
  const place = { root, archive, node: dirname(process.execPath), work: join(work, 'npm') };
  const { folder, different } = await runTrial({ manager: 'npm', use: 'content' }, place);
  const { packages, bytes, licences, list } = await measureInstall(folder);
  console.log(`Installed: ${packages} packages, ${megabytes(bytes)}`);
  console.log(`Licences: ${[...licences].map(([name, count]) => `${name} ${count}`).join(', ')}`);
  const file = join(dirname(archive), 'licences.txt');
  await writeFile(file, `${list.join('\n')}\n`);
  console.log(`The licence of each package: ${relative(root, file)}`);
  console.log(different.length === 0 ? 'It builds the same site.' : `Files that differ: ${different.join(', ')}`);
  return different.length === 0;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
