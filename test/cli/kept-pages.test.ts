// Pages in the cache: a fresh checkout at another path takes them all, and draws only what an edit changes. The site
// always has the bytes of a build from nothing. More cases: kept-pages.long.test.ts.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareSites } from '../../src/project/index.ts';
import { doorsSite } from './doors-site.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let root: string;
let first: string;
let second: string;

beforeEach(() => {
  root = temporaryFolder();
  first = join(root, 'first');
  second = join(root, 'far/away/second');
  writeSite(first);
});
afterEach(() => removeFolder(root));

/** Writes a project as a fresh checkout has it: without caches and without a site. */
function writeSite(folder: string): void {
  for (const [path, text] of Object.entries(doorsSite)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, 'node_modules'));
}

/** A fresh checkout with a restored cache. */
function checkOut(): void {
  writeSite(second);
  cpSync(join(first, 'node_modules/.cache'), join(second, 'node_modules/.cache'), { recursive: true });
}

async function build(folder: string, ...args: readonly string[]): Promise<string> {
  const { code, stderr } = await runWarm(['build', ...args], { cwd: folder });
  expect(code, stderr).toBe(0);
  return stderr;
}

test(
  'a fresh checkout with a restored cache draws no page, and then only what changes',
  { timeout: 120_000 },
  async () => {
    expect(await build(first)).toMatch(/^Built 3 pages, [^,]*, [^,]* in [^,]*\.$/m);
    checkOut();
    expect(await build(second, '--why', 'guides/open')).toMatch(
      /, 0 of 9 addresses drawn anew\.\n[^]*guides\/open: not drawn again: the cache had it/,
    );
    expect(await compareSites(join(first, 'dist'), join(second, 'dist'))).toEqual([]);
    rmSync(join(second, 'dist'), { recursive: true });
    writeFileSync(join(second, 'content/guides/open.mdx'), '# Open\n\nPush harder.\n');
    expect(await build(second)).toContain(', 2 of 9 addresses drawn anew.\n');
    expect(readFileSync(join(second, 'dist/js/guides/open/index.html'), 'utf8')).toContain('Push harder.');
  },
);
