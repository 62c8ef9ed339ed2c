// Pages in the cache of sites that change: undone edits, damaged files, other options, and parts of a site.

import { mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compareSites } from '../../src/project/index.ts';
import { doorsSite } from './doors-site.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;
const at = (path: string): string => join(folder, path);
const page = 'content/guides/open.mdx';

beforeEach(() => {
  folder = temporaryFolder();
  for (const [path, text] of Object.entries(doorsSite)) {
    mkdirSync(join(at(path), '..'), { recursive: true });
    writeFileSync(at(path), text);
  }
  mkdirSync(at('node_modules'));
});
afterEach(() => removeFolder(folder));

async function run(...args: readonly string[]): Promise<string> {
  const { code, stderr } = await runWarm(args, { cwd: folder });
  expect(code, stderr).toBe(0);
  return stderr;
}
const build = (...args: readonly string[]): Promise<string> => run('build', ...args);

/** Expects the site to have the bytes of a build from nothing. */
async function expectClean(...args: readonly string[]): Promise<void> {
  await build('--no-cache', '--out', 'clean', ...args);
  expect(await compareSites(at('dist'), at('clean'))).toEqual([]);
}

const patience = { timeout: 120_000 };

describe('pages come from the cache', () => {
  test('after an edit that was undone, and `--verify` finds no difference', patience, async () => {
    await build();
    // A page with its first code is not compiled alone: builds of edited pages alone take nothing from the cache.
    writeFileSync(at(page), '# Open\n\n```js\nopen();\n```\n');
    expect(await build()).toContain(', 2 of 9 addresses drawn anew.');
    writeFileSync(at(page), doorsSite[page]!);
    expect(await build('--verify')).toMatch(/, 0 of 9 addresses drawn anew\.[^]*\nVerified: /);
  });

  test('after a change of the navigation, which was undone', patience, async () => {
    await build();
    const navigation = at('content/guides/_navigation.mdx');
    writeFileSync(navigation, '---\ntitle: Guides\nlinks:\n  - title: Close\n    url: /guides/close\n---\n');
    await build();
    await expectClean();
    rmSync(navigation);
    expect(await build()).toContain(', 0 of 9 addresses drawn anew.');
    await expectClean();
  });

  test('in parts of a site, and the parts give the bytes of one build', patience, async () => {
    await build();
    for (const part of [1, 2]) {
      expect(await build('--shard', `${part}/2`, '--out', `part-${part}`)).toMatch(/, 0 of \d addresses drawn anew\./);
    }
    await run('merge', 'part-1', 'part-2', '--out', 'joined');
    expect(await compareSites(at('dist'), at('joined'))).toEqual([]);
  });

  test.each([1, 3])('that %i threads have drawn, in a new output folder', patience, async (threads) => {
    const many = Array.from({ length: 12 }, (_, i) => `content/guides/more-${i}.mdx`);
    for (const [i, path] of many.entries()) writeFileSync(at(path), `# More ${i}\n`);
    await build('--threads', String(threads));
    expect(await build('--out', 'other')).toContain(', 0 of 33 addresses drawn anew.');
    expect(await compareSites(at('dist'), at('other'))).toEqual([]);
  });

  test('that parts have filled', patience, async () => {
    for (const part of [1, 2]) await build('--shard', `${part}/2`, '--out', `part-${part}`);
    expect(await build()).toContain(', 0 of 9 addresses drawn anew.');
    await expectClean();
  });
});

describe('pages are drawn', () => {
  test('if their file is cut, and are kept again', patience, async () => {
    await build();
    const pages = at('node_modules/.cache/stele/pages');
    for (const name of readdirSync(pages)) truncateSync(join(pages, name), 100);
    rmSync(at('dist'), { recursive: true });
    expect(await build()).not.toContain('drawn anew');
    await expectClean();
    rmSync(at('dist'), { recursive: true });
    expect(await build()).toContain(', 0 of 9 addresses drawn anew.');
  });

  test('for another base, for other settings of all pages, and without a cache', patience, async () => {
    await build();
    rmSync(at('dist'), { recursive: true });
    expect(await build('--base', '/docs/')).not.toContain('drawn anew');
    await expectClean('--base', '/docs/');
    rmSync(at('dist'), { recursive: true });
    writeFileSync(at('content/site.yaml'), doorsSite['content/site.yaml']!.replace('Doors', 'Gates'));
    expect(await build()).not.toContain('drawn anew');
    await expectClean();
    rmSync(at('dist'), { recursive: true });
    expect(await build('--no-cache')).not.toContain('drawn anew');
  });

  test('if the site has errors, and are then not kept', patience, async () => {
    await build();
    writeFileSync(at(page), '# Open\n\n<b>Push.\n');
    const before = readdirSync(at('node_modules/.cache/stele/pages')).length;
    expect((await runWarm(['build', '--keep-going'], { cwd: folder })).code).toBe(1);
    expect(readdirSync(at('node_modules/.cache/stele/pages'))).toHaveLength(before);
    writeFileSync(at(page), doorsSite[page]!);
    await build();
    await expectClean();
  });
});
