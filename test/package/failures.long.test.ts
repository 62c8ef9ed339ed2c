// What goes wrong on machines of users: each command of the installed package works, or says in plain words what to do.

import { execFile, spawnSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { filesBelow } from '../../scripts/package/files-below.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { installLinked, runInstalled } from './packed.ts';

const run = promisify(execFile);
const astro = ['astro', 'vite', '@astrojs/markdown-remark', '@astrojs/mdx'];
const isRoot = process.getuid?.() === 0;
/** The user “nobody”: root may write everywhere. */
const nobody = 65_534;

let folder: string;
let place: string;
/** A folder in which the other user may read. */
let home: string;
beforeAll(async () => {
  folder = temporaryFolder();
  place = await installLinked(folder, astro);
});
afterAll(() => removeFolder(folder));
beforeEach(async () => {
  home = join(folder, `Größe ${Math.random().toString(36).slice(2)}`);
  await mkdir(join(home, 'content'), { recursive: true });
  await writeFile(join(home, 'content/a.mdx'), '# A\n\nText.\n');
  await chmod(folder, 0o755);
});

interface Ended {
  readonly code: number;
  readonly stderr: string;
}

/** Runs the command as a user who cannot write what does not belong to them; caches cannot be written either. */
async function runWithoutRights(args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, NO_COLOR: '1', HOME: join(folder, 'no-home'), XDG_CACHE_HOME: '', INIT_CWD: home };
  const other = isRoot ? { uid: nobody, gid: nobody } : {};
  return run(process.execPath, [join(place, 'dist/cli/bin.js'), ...args], { cwd: home, env, ...other }).then(
    ({ stderr }) => ({ code: 0, stderr }),
    (error: Ended) => error,
  );
}

/** Whether the other user can run Node and read the packages of this repository. */
async function canRunAsOther(): Promise<boolean> {
  return (await runWithoutRights(['--version'])).code === 0;
}

/** Makes a folder the other user's own. */
async function give(path: string): Promise<void> {
  if (isRoot) await chown(path, nobody, nobody);
}

function expectPlain({ code, stderr }: Ended, words: RegExp): void {
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/\n\s+at |bug in Stele|Error:/);
  expect(code).toBe(2);
}

test('a Node that is too old is named in one line with what to do', async () => {
  const old = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.11.0' } });";
  const args = ['--import', `data:text/javascript,${encodeURIComponent(old)}`, join(place, 'dist/cli/bin.js'), 'build'];
  const ended = spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8' });
  expect([ended.status, ended.stdout, ended.stderr]).toEqual([
    2,
    '',
    'Stele needs Node 22.12 or later, and this is Node 22.11.0: install Node 24 (https://nodejs.org).\n',
  ]);
});

test('another version of Stele in the project is named, and the command works', async () => {
  await mkdir(join(home, 'node_modules/stele'), { recursive: true });
  await writeFile(join(home, 'node_modules/stele/package.json'), '{ "name": "stele", "version": "9.9.9" }');
  const { code, stderr } = await runInstalled(place, ['check'], home);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^This is Stele \d\S*, but the project has Stele 9\.9\.9: `npx stele` in its folder runs/);
  const inside = await runInstalled(place, ['check'], folder);
  expect(inside.stderr).not.toContain('This is Stele');
});

test('another major version of Astro is named before it is loaded; sites without own code do not need it', async () => {
  const other = join(folder, 'node_modules/astro');
  await mkdir(other);
  await writeFile(join(other, 'package.json'), '{ "name": "astro", "version": "5.1.0", "main": "index.js" }');
  try {
    expect((await runInstalled(place, ['build'], home)).code).toBe(0);
    await writeFile(join(home, 'content/site.yaml'), 'title: T\ncomponents:\n  Brand: _parts/Brand.astro\n');
    await mkdir(join(home, 'content/_parts'));
    await writeFile(join(home, 'content/_parts/Brand.astro'), '<b>own</b>\n');
    expectPlain(
      await runInstalled(place, ['build'], home),
      /Stele works with Astro 7, and this project has Astro 5\.1\.0/,
    );
  } finally {
    removeFolder(other);
  }
});

test('a folder that cannot be written: check works, build and init say so', async (context) => {
  context.skip(!(await canRunAsOther()), 'the other user cannot read this repository');
  await chmod(home, 0o555);
  const checked = await runWithoutRights(['check']);
  expect(checked.code, checked.stderr).toBe(0);
  expectPlain(
    await runWithoutRights(['build']),
    /cannot be written: you have no permission to use it \(EACCES\)\.\n→ /,
  );
  expectPlain(await runWithoutRights(['init', 'docs', '--yes']), /cannot be written: you have no permission.*\n→ /);
  expectPlain(await runWithoutRights(['new', 'page', 'b']), /cannot be written: you have no permission.*\n→ /);
  await chmod(home, 0o755);
});

test('an output folder that cannot be written: the build says so, and the last site stays', async (context) => {
  context.skip(!(await canRunAsOther()), 'the other user cannot read this repository');
  await give(home);
  const first = await runWithoutRights(['build']);
  expect(first.code, first.stderr).toBe(0);
  const before = await filesBelow(join(home, 'dist'));
  await writeFile(join(home, 'content/a.mdx'), '# A\n\nOther text.\n');
  await chown(join(home, 'dist'), 0, 0).catch(() => undefined);
  for (const path of ['dist', '.']) await chmod(join(home, path), 0o555);
  if (isRoot) await chown(home, 0, 0);
  expectPlain(await runWithoutRights(['build']), /cannot be (?:written|removed): you have no permission.*\n→ /);
  expect(await filesBelow(join(home, 'dist'))).toEqual(before);
  for (const path of ['.', 'dist']) await chmod(join(home, path), 0o755);
});

test('packages and caches that cannot be written: everything works, and nothing is written there', async (context) => {
  context.skip(!(await canRunAsOther()), 'the other user cannot read this repository');
  await give(home);
  const before = await filesBelow(place);
  for (const args of [['check'], ['build'], ['build'], ['export', '--out', 'reference.json'], ['cache', 'size']]) {
    const { code, stderr } = await runWithoutRights(args);
    expect(code, `${args.join(' ')}: ${stderr}`).toBe(0);
  }
  expect(await filesBelow(place)).toEqual(before);
  expect(await readFile(join(home, 'dist/a/index.html'), 'utf8')).toContain('Text.');
});

test('without a network after the install, everything works', async (context) => {
  const without = ['--net', '--map-root-user'];
  context.skip(spawnSync('unshare', [...without, 'true']).status !== 0, 'no process without a network is allowed');
  await cp(join(home, 'content'), join(home, 'docs/content'), { recursive: true });
  const stele = `'${process.execPath}' '${join(place, 'dist/cli/bin.js')}'`;
  const script = `ip link set lo up; ${stele} init new --yes && ${stele} check && ${stele} build && ${stele} diff content docs/content`;
  const env = { ...process.env, CI: undefined, NO_COLOR: '1' };
  const ended = spawnSync('unshare', [...without, 'sh', '-c', script], { cwd: home, env, encoding: 'utf8' });
  expect(ended.status, ended.stderr).toBe(0);
});
