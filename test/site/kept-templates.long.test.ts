// Compiled templates of a site with components of its own are kept between builds: they are used again only if nothing
// that they were compiled from has changed.

import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findCacheFile } from '../../src/disk/cache-file.ts';
import { removeFolder, temporaryFolder } from './run-stele.ts';
import { runWarm } from './run-warm.ts';

const files: Readonly<Record<string, string>> = {
  'content/site.yaml':
    'title: T\nlanguages: [js]\ncomponents:\n  Chart: _parts/Chart.astro\n  Brand: _parts/Foot.astro\n',
  'content/_parts/Chart.astro':
    "---\nimport { sum } from './sum';\nimport data from './data.json';\n---\n<p>{sum()} {data.name}</p>\n",
  'content/_parts/sum.ts': "export const sum = (): string => 'first sum';\n",
  'content/_parts/data.json': '{ "name": "first data" }\n',
  'content/_parts/Foot.astro': "---\nimport url from './script?worker&url';\n---\n<footer>first foot {url}</footer>\n",
  'content/_parts/script.ts': "import { word } from './word';\nconsole.log(word);\n",
  'content/_parts/word.ts': "export const word = 'first word';\n",
  'content/docs/a.mdx': '# A\n\n<Chart />\n',
  'package-lock.json': '{ "name": "site" }\n',
};

let folder: string;
let kept: string;
const write = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
beforeEach(async () => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) write(path, text);
  kept = (await findCacheFile(join(folder, 'content'), 'templates'))!;
});
afterEach(() => removeFolder(folder));

/** Builds, and returns the page. */
async function build(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { code, stderr } = await runWarm(['build', ...args], { cwd: folder, env });
  expect(code, stderr).toBe(0);
  return readFileSync(join(folder, 'dist/docs/a/index.html'), 'utf8');
}

/** Whether the next build compiles no templates: the file of the last compilation stays. */
async function isKeptBy(change: () => void): Promise<boolean> {
  const { mtimeMs, ino } = statSync(kept);
  change();
  await build();
  const now = statSync(kept);
  return now.mtimeMs === mtimeMs && now.ino === ino;
}

test('templates are compiled again if and only if something that they depend on has changed', async () => {
  expect(await build()).toMatch(/first foot[^]*first sum first data/);
  expect(await isKeptBy(() => {})).toBe(true);
  expect(await isKeptBy(() => write('content/docs/a.mdx', '# A\n\nText.\n\n<Chart />\n'))).toBe(true);
  expect(await build()).toContain('Text.');
  const changes: readonly (readonly [change: () => void, shown: string])[] = [
    [() => write('content/_parts/Foot.astro', '<footer>second foot</footer>\n'), 'second foot'],
    [() => write('content/_parts/sum.ts', "export const sum = (): string => 'second sum';\n"), 'second sum'],
    [() => write('content/_parts/data.json', '{ "name": "second data" }\n'), 'second data'],
    [
      () =>
        write(
          'content/_parts/Chart.astro',
          `${files['content/_parts/Chart.astro']!}<p>second chart</p>
`,
        ),
      'second chart',
    ],
    // `./sum` may mean this file, too, and it has precedence.
    [() => write('content/_parts/sum.mjs', "export const sum = () => 'shadow';\n"), 'shadow'],
    [() => rmSync(join(folder, 'content/_parts/sum.mjs')), 'second sum'],
  ];
  for (const [change, shown] of changes) {
    expect(await isKeptBy(change), shown).toBe(false);
    expect(await build()).toContain(shown);
  }
  expect(await isKeptBy(() => write('package-lock.json', '{ "name": "site", "version": "2" }\n'))).toBe(false);
  expect(await isKeptBy(() => {})).toBe(true);
  expect(await build(['--no-cache'])).toContain('second sum');
});

test('templates are compiled again if a module that only a script of a page imports has changed', async () => {
  await build();
  expect(await isKeptBy(() => {})).toBe(true);
  expect(await isKeptBy(() => write('content/_parts/word.ts', "export const word = 'second word';\n"))).toBe(false);
});

test('templates that depend on the environment or on lists of files are not kept', async () => {
  write('content/_parts/Foot.astro', '<footer>{import.meta.env.PUBLIC_FOOT}</footer>\n');
  expect(await build([], { PUBLIC_FOOT: 'from one environment' })).toContain('from one environment');
  expect(await build([], { PUBLIC_FOOT: 'from another' })).toContain('from another');
  const list = "const all = Object.keys(import.meta.glob('../docs/*.mdx', { query: '?raw' }));";
  write('content/_parts/Foot.astro', `---\n${list}\n---\n<footer>{all.join(' ')}</footer>\n`);
  expect(await build()).not.toContain('b.mdx');
  write('content/docs/b.mdx', '# B\n');
  expect(await build()).toContain('b.mdx');
});

test('a module outside of the content folder is read again', async () => {
  write('shared/name.mjs', "export const name = 'first name';\n");
  write(
    'content/_parts/sum.ts',
    "import { name } from '../../shared/name.mjs';\nexport const sum = (): string => name;\n",
  );
  expect(await build()).toContain('first name');
  write('shared/name.mjs', "export const name = 'second name';\n");
  expect(await build()).toContain('second name');
});

test('with `--untrusted`, no kept code of the folder is used', async () => {
  expect(await build()).toContain('first foot');
  expect(existsSync(kept)).toBe(true);
  const before = statSync(kept).mtimeMs;
  const { code } = await runWarm(['build', '--untrusted', '--keep-going'], { cwd: folder });
  expect(code).toBe(1);
  const page = readFileSync(join(folder, 'dist/docs/a/index.html'), 'utf8');
  for (const words of ['first foot', 'first sum', 'first data']) expect(page).not.toContain(words);
  expect(statSync(kept).mtimeMs).toBe(before);
});
