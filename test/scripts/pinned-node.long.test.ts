// The real install of the pinned Node with npm from the registry: by two processes at once, and after a killed install.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, run, temporaryFolder } from './run-script.ts';

async function prepare(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'node'));
  for (const name of ['with-node.mjs', 'pinned-node.mjs', 'node/package-lock.json', 'node/.npmrc']) {
    await cp(join(root, 'scripts', name), join(folder, name));
  }
  await writeFile(join(folder, 'script.ts'), 'const version: string = process.version; console.log(version);');
  return folder;
}

const env = { STELE_NODE: 'pinned' };

test('installs once for two processes, and uses the installed Node later', async () => {
  const folder = await prepare();
  const start = () => run(process.execPath, ['with-node.mjs', 'script.ts'], { cwd: folder, env });
  for (const ended of await Promise.all([start(), start()])) {
    expect(ended.stdout).toMatch(/^v2[46]\.\d+\.\d+\n$/);
    expect(ended.code).toBe(0);
  }
  expect(await readdir(join(folder, 'node', 'node_modules'))).toEqual([expect.stringMatching(/^[0-9a-f]{12}$/)]);
  const again = await start();
  expect(again.stderr).toBe('');
  expect(again.code).toBe(0);
});

test('installs after an install that was killed', async () => {
  const folder = await prepare();
  const settings = { cwd: folder, env: { ...process.env, ...env }, detached: true };
  const killed = spawn(process.execPath, ['with-node.mjs', 'script.ts'], settings);
  await once(killed.stderr, 'data');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const ending = once(killed, 'exit');
  process.kill(-killed.pid!, 'SIGKILL');
  await ending;
  const left = await readdir(join(folder, 'node', 'node_modules'));
  expect(left).toEqual([expect.stringMatching(/^installing-/)]);
  const ended = await run(process.execPath, ['with-node.mjs', 'script.ts'], { cwd: folder, env });
  expect(ended.stdout).toMatch(/^v2[46]\./);
  expect(ended.stderr).toMatch(/^Installing Node /);
});
