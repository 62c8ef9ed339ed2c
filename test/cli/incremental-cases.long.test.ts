// Builds after builds give the bytes of a build from nothing, after edits of words, settings, public files and records.

import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
describe('a build after a build', () => {
  test('compiles pages alone of which only words are edited', { timeout: 120_000 }, async () => {
    const stages = async (): Promise<readonly string[]> => {
      vi.stubEnv('STELE_TIMINGS', at('timings.json'));
      await build();
      return Object.keys(JSON.parse(readFileSync(at('timings.json'), 'utf8')) as object);
    };
    settle();
    write('content/guides/open.mdx', '# Open\n\nPush harder.\n\nOr pull.\n');
    expect(await stages()).toContain('parse');
    for (const words of ['Or do not pull.', 'Or do not.', 'Or push `again`, and *again*.']) {
      write('content/guides/open.mdx', `# Open\n\nPush harder.\n\n${words}\n`);
      expect(await stages()).not.toContain('parse');
      await expectClean();
    }
    // The first words of a page stand in lists of pages.
    write('content/guides/open.mdx', '# Open\n\nPush.\n\nOr pull.\n');
    expect(await stages()).toContain('parse');
    await expectClean();
    write('content/guides/open.mdx', '# Open\n\nPush.\n\nPull.\n');
    write('content/guides/close.mdx', `${doorsSite['content/guides/close.mdx']!}\nMore words.\n`);
    expect(await stages()).not.toContain('parse');
    await expectClean();
    write('content/site.yaml', `${doorsSite['content/site.yaml']!}accent: '#333333'\n`);
    expect(await stages()).not.toContain('parse');
    await expectClean();
  });

  test('reads pages that stay in place: servers of hosts need the home page', { timeout: 120_000 }, async () => {
    write('content/site.yaml', `${doorsSite['content/site.yaml']}hosts: [netlify]\n`);
    await build();
    write('content/guides/open.mdx', '# Open\n\nPush harder.\n');
    expect(await build()).toMatch(/ addresses drawn anew/);
    await expectClean();
  });

  test('draws all pages for another font, and none for a public file', { timeout: 120_000 }, async () => {
    await build();
    write('content/site.yaml', doorsSite['content/site.yaml']!.replace('a.woff2', 'b.woff2'));
    expect(await build('--why', '/')).toContain(
      'The home page: drawn again, because settings of `site.yaml` that all pages show have changed.',
    );
    await expectClean();
    write('public/404.html', 'Own page');
    expect(await build('--why', '404')).toContain(
      '404: drawn again, because a file of `public` takes or took its place.',
    );
    expect(readFileSync(at('dist/404.html'), 'utf8')).toBe('Own page');
    await expectClean();
    write('public/js/guides/open.md', 'Own twin');
    await build();
    expect(readFileSync(at('dist/js/guides/open.md'), 'utf8')).toBe('Own twin');
    await expectClean();
    rmSync(at('public'), { recursive: true });
    await build();
    expect(readFileSync(at('dist/js/guides/open.md'), 'utf8')).toContain('# ');
    await expectClean();
  });
});

test('`--verify` names files that differ from a build from nothing', { timeout: 120_000 }, async () => {
  await build();
  // A record that lies: the states of a damaged page, with the answers of the right one.
  const { BuildMemory } = await import('../../src/project/build-memory.ts');
  vi.stubEnv('INIT_CWD', folder);
  const { version } = await import('../../src/cli/version.ts');
  appendFileSync(at(page), '<!-- stale -->');
  const memory = (await BuildMemory.open(
    at('content'),
    at('dist'),
    JSON.stringify(['content', '', false, false, version]),
  ))!;
  expect(memory.last).toBeDefined();
  await memory.keep({ routes: memory.last!.routes, report: memory.last!.report });
  const { code, stderr } = await runWarm(['build', '--verify'], { cwd: folder });
  expect(stderr).toContain('A build from nothing gives another file:\n  guides/open/index.html\n');
  expect(code).toBe(70);
});
