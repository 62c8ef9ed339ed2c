// No command connects to another machine. A preload disables the network in every process and logs each attempt.

import { spawnSync } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { runStele } from '../site/run-stele.ts';
import { setUpOfflineFolder } from './offline-folder.ts';

vi.setConfig({ testTimeout: 120_000 });

const { folder, env, attempts } = setUpOfflineFolder();

test.each([
  ['fetch', 'await fetch("https://example.com/").catch(() => {})'],
  ['https', '(await import("node:https")).get("https://example.com/").on("error", () => {})'],
  ['a socket', '(await import("node:net")).connect(80, "192.0.2.1").on("error", () => {})'],
  ['dns', '(await import("node:dns")).lookup("example.com", () => {})'],
  ['another program', '(await import("node:child_process")).spawnSync("true")'],
])('the preload logs an attempt with %s, so the tests below can fail', (_name, code) => {
  spawnSync(process.execPath, ['--input-type=module', '--eval', code], { env: { ...process.env, ...env } });
  expect(attempts()).not.toBe('');
});

test.each([['check', '--no-cache'], ['build'], ['export'], ['schema', 'page'], ['explain']])(
  '%s connects to no other machine',
  async (...args) => {
    const ended = await runStele(args, { cwd: folder, env });
    // A check reads the last commit from git's objects on this machine.
    const allowed = args[0] === 'check' ? 'start git\n' : '';
    expect([attempts(), ended.code, ended.stderr.match(/rror.*/)?.[0]]).toEqual([allowed, 0, undefined]);
  },
);
