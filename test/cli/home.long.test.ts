// A site can be built with any home folder, and only caches are written there.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';

const folder = temporaryFolder();
beforeAll(() => {
  for (const path of ['content', 'home']) mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'content/a.mdx'), '# A\n');
});
afterAll(() => removeFolder(folder));

test.each([
  ['that is not writable', { HOME: '/proc/1' }],
  ['that does not exist', { HOME: join(folder, 'nowhere/at/all') }],
  ['that is a file', { HOME: join(folder, 'content/a.mdx') }],
  ['that is not set', { HOME: undefined }],
  [
    'with settings in a folder that is not writable',
    { XDG_CONFIG_HOME: '/proc/1', XDG_CACHE_HOME: '/proc/1', XDG_DATA_HOME: '/proc/1' },
  ],
  ['with settings in a relative folder', { XDG_CONFIG_HOME: '.', XDG_CACHE_HOME: 'x' }],
] as const)('a site can be built with a home folder %s', async (_name, env) => {
  const person = { CI: undefined, GITHUB_ACTIONS: undefined, XDG_CONFIG_HOME: undefined, XDG_CACHE_HOME: undefined };
  const ended = await runStele(['build'], { cwd: folder, env: { ...person, HOME: join(folder, 'home'), ...env } });
  expect([ended.code, ended.stderr.match(/rror.*/)?.[0]]).toEqual([0, undefined]);
  expect(readdirSync(join(folder, 'home')).filter((name) => name !== '.cache')).toEqual([]);
});
