// The browser of the tests: how it is found or installed, and that it connects only to this machine.

import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import {
  adviceFor,
  featuresThatPlaywrightDisables,
  findBrowser,
  launchBrowser,
  waysToInstall,
} from '../../scripts/browser.ts';
import { root, temporaryFolder } from './run-script.ts';

afterEach(() => vi.unstubAllEnvs());

/** A folder with a program named `chromium` that ends with an exit code. */
async function makeChromium(code: number): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'chromium'), `#!/bin/sh\nexit ${code}\n`, { mode: 0o755 });
  return folder;
}

test('CHROME_PATH has precedence, and its file must exist', async () => {
  vi.stubEnv('CHROME_PATH', process.execPath);
  expect(await findBrowser()).toBe(process.execPath);
  vi.stubEnv('CHROME_PATH', '/nowhere/chrome');
  await expect(findBrowser()).rejects.toThrow('CHROME_PATH is /nowhere/chrome, and there is no such file.');
});

test('a browser on PATH is used if it starts', async () => {
  const [broken, working] = [await makeChromium(1), await makeChromium(0)];
  vi.stubEnv('CHROME_PATH', '');
  vi.stubEnv('PATH', [broken, '', working].join(delimiter));
  expect(await findBrowser()).toBe(join(working, 'chromium'));
});

test('only root installs Debian’s package, other users download a build, and none of them runs sudo', () => {
  const namesOf = (isRoot: boolean, hasApt: boolean) => waysToInstall({ isRoot, hasApt }).map(({ name }) => name);
  const [debian, download] = ['apt-get install chromium', 'playwright-core install chromium'];
  expect(namesOf(true, true)).toEqual([debian, download]);
  expect(namesOf(false, true)).toEqual([download]);
  expect(namesOf(true, false)).toEqual([download]);
  const programs = waysToInstall({ isRoot: true, hasApt: true }).flatMap(({ commands }) =>
    commands.map(([first]) => first),
  );
  expect(new Set(programs)).toEqual(new Set(['apt-get', process.execPath]));
});

test('the message for a user without a browser names the package to install', () => {
  expect(adviceFor({ isRoot: false, hasApt: true })).toContain('as root: `apt-get install chromium`');
  expect(adviceFor({ isRoot: false, hasApt: false })).toContain('Install Chrome or Chromium, or set CHROME_PATH');
});

test('the script does not run sudo', async () => {
  expect(await readFile(join(root, 'scripts/browser.ts'), 'utf8')).not.toContain('sudo');
});

test('the browser shows pages of this machine, and finds no other machine', async () => {
  const server = createServer((_, response) => response.end('<h1>Here</h1>')).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(await page.textContent('h1')).toBe('Here');
  await expect(page.goto('http://stele.test/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
});

test('the browser disables each feature that Playwright disables', async () => {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const bundle = await readFile(join(dirname(manifest), 'lib/coreBundle.js'), 'utf8');
  const [, list = ''] = /\bdisabledFeatures = \[(.*?)\]/s.exec(bundle) ?? [];
  const names = [...list.matchAll(/^\s*"(\w+)"/gm)].map(([, name]) => name);
  expect(names).toEqual(featuresThatPlaywrightDisables);
});
