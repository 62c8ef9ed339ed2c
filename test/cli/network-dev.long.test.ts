// `stele dev` connects to no other machine.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { startDev } from './start-dev.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = temporaryFolder();
const log = join(folder, 'network.log');
const preload = pathToFileURL(join(import.meta.dirname, 'no-network.mjs')).href;
/** The environment of a person's machine instead of CI: packages send their reports only from there. */
const person = {
  CI: undefined,
  GITHUB_ACTIONS: undefined,
  CONTINUOUS_INTEGRATION: undefined,
  VITEST: undefined,
  NODE_ENV: undefined,
};
const offline = {
  ...person,
  NETWORK_LOG: log,
  NODE_OPTIONS: `--import ${preload}`,
  HOME: join(folder, 'home'),
  XDG_CONFIG_HOME: undefined,
};

const attempts = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');
beforeAll(() => {
  for (const path of ['content/_samples', 'home']) mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(
    join(folder, 'content/site.yaml'),
    'title: Site\nurl: https://docs.example.com/\nlanguages: [js, go]\n',
  );
  writeFileSync(join(folder, 'content/a.mdx'), '# A\n\nA [link](https://example.com/).\n\n<CodeBlock file="open" />\n');
  writeFileSync(join(folder, 'content/_samples/open.js'), 'open();\n');
  writeFileSync(join(folder, 'content/_samples/open.go'), 'open()\n');
});
beforeEach(() => rmSync(log, { force: true }));
afterAll(() => removeFolder(folder));

test('dev connects to no other machine, at its start, for a page or after a change', async () => {
  const dev = await startDev(folder, { env: offline });
  try {
    await dev.until(async () => (await dev.textAt('a/')).includes('id="a"'));
    await dev.textAt('@vite/client');
    writeFileSync(join(folder, 'content/b.mdx'), '# B\n');
    await dev.until(async () => (await dev.textAt('b/')).includes('id="b"'));
    expect(attempts()).toBe('');
  } finally {
    await dev.stop();
    rmSync(join(folder, 'content/b.mdx'));
  }
});
