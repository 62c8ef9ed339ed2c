// `npm test` and `npm run test:long`: finds or installs a browser, runs Vitest with the arguments, and exits with its
// code. `--long` runs the long tests instead of the others.

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ensureBrowser } from './browser.ts';

const given = process.argv.slice(2);
const project = given.includes('--long') ? 'long' : 'test';
const args = ['run', '--project', project, ...given.filter((arg) => arg !== '--long')];

// Without a browser, only the tests that need one fail, each with the same message.
const browser = await ensureBrowser().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return undefined;
});
const env = browser === undefined ? process.env : { ...process.env, CHROME_PATH: browser };

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const child = spawn(process.execPath, [vitest, ...args], { stdio: 'inherit', env });
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
process.on('SIGINT', () => {});
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
