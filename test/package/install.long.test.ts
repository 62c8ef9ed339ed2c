// The package as a user installs it, from the registry's packages: from an empty folder to a built site, and in an Astro
// project with a package manager that does not hoist. `npm run package -- --matrix` tries all combinations.

import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { measureInstall } from '../../scripts/package/measure-install.ts';
import { runTrial } from '../../scripts/package/run-trial.ts';
import { removeFolder, repository, temporaryFolder } from '../site/run-stele.ts';
import { packedStele } from './packed.ts';

const node = dirname(process.execPath);
let work: string;
let archive: string;
let isReachable: boolean;
beforeAll(async () => {
  work = temporaryFolder();
  archive = await packedStele();
  const ping = promisify(execFile)('npm', ['view', 'yaml', 'version', '--fetch-retries=0']);
  isReachable = await ping.then(
    () => true,
    () => false,
  );
});
beforeEach((context) => context.skip(!isReachable, 'the registry is not reachable'));
afterAll(() => removeFolder(work));

test('from an empty folder to a built site in a few seconds of processor time, as the handbook shows it', async () => {
  const folder = join(work, 'docs');
  await mkdir(folder);
  const env = { ...process.env, NO_COLOR: '1', NODE_ENV: '', PATH: `${node}:${process.env['PATH']}` };
  let shown = '';
  let processor = 0;
  const type = async (command: string, real = command): Promise<void> => {
    // `times` prints the processor time of the shell, and below it that of all processes that it has started.
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', `{ ${real}; } 2>&1 && times >&2`], {
      cwd: folder,
      env,
    });
    shown += `$ ${command}\n${stdout}`;
    const [, children = ''] = stderr.trim().split('\n');
    for (const [, minutes, seconds] of children.matchAll(/(\d+)m([\d.]+)s/g))
      processor += Number(minutes) * 60 + Number(seconds);
  };
  const start = performance.now();
  const options = '--prefer-offline --ignore-scripts --no-audit --no-fund --loglevel=error';
  await type('npm install --save-dev stele', `npm install --save-dev ${options} ${archive}`);
  await type('npx stele init --yes', 'npx stele init --yes');
  await type('npm test', 'npm test --silent');
  const wall = (performance.now() - start) / 1000;
  console.info(`The first minute: ${wall.toFixed(1)} s, of which ${processor.toFixed(1)} s of processor time.`);
  // The time of the clock also has the network and other programs of the machine.
  expect(processor).toBeGreaterThan(1);
  expect(processor).toBeLessThan(30);
  const plain = shown
    .replace(/^added \d+ packages in .*\n/m, '')
    .replace(/ in \d+\.\d s\./, '.')
    .replace(/^The site has \d+ files\.\n/m, '')
    .replace(/\n{2,}/g, '\n');
  const page = await readFile(join(repository, 'content/guides/getting-started.mdx'), 'utf8');
  expect(page).toContain(`\`\`\`console title="From an empty folder"\n${plain}\`\`\`\n`);
  expect(await readFile(join(folder, 'dist/python/reference/greeting/index.html'), 'utf8')).toContain('Greeting');

  const { packages, bytes, licences } = await measureInstall(folder);
  expect(packages).toBeLessThanOrEqual(320);
  expect(bytes).toBeLessThanOrEqual(160e6);
  // Licences that allow use in closed products.
  const free =
    /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|MIT AND OFL-1\.1)$/;
  expect([...licences.keys()].filter((licence) => !free.test(licence))).toEqual([]);
});

test('an Astro project with pnpm draws the same pages beside its own', async () => {
  const place = { root: repository, archive, node, work: join(work, 'trial') };
  const { folder, different } = await runTrial({ manager: 'pnpm', use: 'astro' }, place);
  expect(different).toEqual([]);
  expect(await readFile(join(folder, 'dist/own/index.html'), 'utf8')).toContain('<h1>Own</h1>');
});
