// Builds after builds: they take pages over from the last site, and give the bytes of a build from nothing.
// Many random edits: incremental.long.test.ts.

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { compareSites } from '../../src/project/index.ts';
import { doorsSite } from './doors-site.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;
const at = (path: string): string => join(folder, path);
const write = (path: string, text: string): void => {
  mkdirSync(join(at(path), '..'), { recursive: true });
  writeFileSync(at(path), text);
};

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(at('node_modules'));
  for (const [path, text] of Object.entries(doorsSite)) write(path, text);
});
afterEach(() => {
  vi.unstubAllEnvs();
  removeFolder(folder);
});

/** Files that have just changed may change again unseen, so a build after them is not taken for the last word. */
function settle(): void {
  const since = Date.now();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_100 - (Date.now() - since));
}

async function build(...args: readonly string[]): Promise<string> {
  const { code, stderr } = await runWarm(['build', ...args], { cwd: folder });
  expect(code, stderr).toBe(0);
  return stderr;
}

/** Expects the site to have the bytes of a build from nothing. */
async function expectClean(...args: readonly string[]): Promise<void> {
  await build('--no-cache', '--out', 'clean', ...args);
  expect(await compareSites(at('dist'), at('clean'))).toEqual([]);
}

const page = 'dist/guides/open/index.html';
const time = (path: string): number => statSync(at(path)).mtimeMs;

describe('a build after a build', () => {
  test('draws what an edit changes; other files keep their time', { timeout: 120_000 }, async () => {
    settle();
    expect(await build()).toMatch(/^Built /m);
    const before = time('dist/guides/close/index.html');
    const top = statSync(at('dist')).ino;
    expect(await build()).toMatch(/^Nothing has changed: 3 pages/m);
    write('content/guides/open.mdx', '# Open\n\nPush harder.\n');
    expect(await build('--why', '/guides/open/')).toContain(
      'guides/open: drawn again, because its own file, or the texts, samples and links that it shows, have changed.',
    );
    expect(readFileSync(at(page), 'utf8')).toContain('Push harder.');
    for (const path of ['guides/close/index.html', 'js/guides/close/index.html', '404.html', 'favicon.ico']) {
      expect(Math.abs(time(`dist/${path}`) - before), path).toBeLessThan(10_000);
    }
    expect(time('dist/guides/close/index.html')).toBe(before);
    // The site itself was changed, and not replaced.
    expect(statSync(at('dist')).ino).toBe(top);
    await expectClean();
    expect(await build('--why', 'guides/close', '--verify')).toMatch(
      /not drawn again: nothing that it shows has changed\.\n(?:Drawing pages\n)?Verified: /,
    );
  });
});
