// No command connects to another machine. A preload disables the network in every process and logs each attempt.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';

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

test.each([
  ['fetch', 'await fetch("https://example.com/").catch(() => {})'],
  ['https', '(await import("node:https")).get("https://example.com/").on("error", () => {})'],
  ['a socket', '(await import("node:net")).connect(80, "192.0.2.1").on("error", () => {})'],
  ['dns', '(await import("node:dns")).lookup("example.com", () => {})'],
  ['another program', '(await import("node:child_process")).spawnSync("true")'],
])('the preload logs an attempt with %s, so the tests below can fail', (_name, code) => {
  spawnSync(process.execPath, ['--input-type=module', '--eval', code], { env: { ...process.env, ...offline } });
  expect(attempts()).not.toBe('');
});

test.each([['check', '--no-cache'], ['build'], ['export'], ['schema', 'page'], ['explain']])(
  '%s connects to no other machine',
  async (...args) => {
    const ended = await runStele(args, { cwd: folder, env: offline });
    // A check reads the last commit from git's objects on this machine.
    const allowed = args[0] === 'check' ? 'start git\n' : '';
    expect([attempts(), ended.code, ended.stderr.match(/rror.*/)?.[0]]).toEqual([allowed, 0, undefined]);
  },
);
