// The cache of a check: it gives the findings of a new check, only for the same input, and it never disturbs a command.

import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  formatGithub,
  formatJson,
  formatPretty,
  formatSarif,
  type Diagnostic,
} from '../../src/compiler/diagnostics/index.ts';
import { findCacheFile } from '../../src/disk/cache-file.ts';
import { keyOf, readFindings, writeFindings } from '../../src/project/check-cache.ts';
import { describeProgram } from '../../src/disk/describe-program.ts';
import { checkContent, readContent } from '../../src/project/index.ts';
import { bounds } from '../../src/compiler/source/index.ts';
import { repository, runStele } from '../site/run-stele.ts';

let folder: string;
let content: string;

/** A content folder with findings of each form: with and without a range, from reading files, with related places. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  'site.yaml': 'title: Site\nlanguages: [js]\nseverities:\n  foreign-url: advice\n',
  'a.mdx': '---\ntitel: A\ndescriptions:\n  one: One.\n---\n# A\n\n<CodeBlock file="x" />\n',
  'b.mdx': '---\ndescriptions:\n  one: Another.\n---\n# Größe\n\n[Nowhere](/nowhere)\n',
  'section/_navigation.mdx': '---\ntitle: Section\nlinks:\n  - title: B\n    url: /section/b\n---\n',
  'section/b.mdx': '# B\n',
  'section/c.mdx': '# C\n',
  '_samples/x.js': 'x();\n',
  '_samples/y.js': `y("${'y'.repeat(bounds.sampleLineLength)}");\n`,
  'latin.mdx': Uint8Array.from([0x23, 0x20, 0xe9, 0x0a]),
  'large.mdx': 'x'.repeat(bounds.fileBytes + 1),
  'image.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stele-cache-'));
  content = join(folder, 'content');
  await mkdir(join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) await write(path, text);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(content, path)), { recursive: true });
  await writeFile(join(content, path), text);
}

/** Findings as every format prints them. */
const printed = (diagnostics: readonly Diagnostic[]): string =>
  [
    ...diagnostics.map((diagnostic) => formatPretty(diagnostic, { prefix: 'content/', hasColour: true })),
    formatJson(diagnostics, diagnostics),
    formatSarif(diagnostics, { prefix: 'content/', version: '1.0.0', explain: (code) => code }),
    ...diagnostics.map((diagnostic) => formatGithub(diagnostic, 'content/')),
  ].join('\n');

const cached = async (): Promise<string> => (await findCacheFile(content, 'check'))!;
/** The files of a project's cache: no drafts. */
const caches = async (): Promise<readonly string[]> => {
  const kept = await Promise.all((['check', 'samples'] as const).map((kind) => findCacheFile(content, kind)));
  return kept.map((file) => basename(file!)).sort();
};
const key = async (): Promise<string> => keyOf(await readContent(content), await describeProgram());
const isKept = async (): Promise<boolean> =>
  (await readFindings(await cached(), await key(), await readContent(content))) !== undefined;
const fresh = async (): Promise<string> => printed((await checkContent(content, false)).diagnostics);
const check = async (): Promise<string> => printed((await checkContent(content, true)).diagnostics);

test('cached findings are printed like new ones, in every format', async () => {
  const first = await checkContent(content, true);
  expect(await isKept()).toBe(true);
  const again = await checkContent(content, true);
  expect(again.pages).toBe(first.pages);
  expect(printed(again.diagnostics)).toBe(printed(first.diagnostics));
  const codes = new Set(first.diagnostics.map(({ code }) => code));
  for (const code of ['not-utf8', 'file-too-large', 'sample-line-too-long', 'conflicting-description'] as const)
    expect(codes).toContain(code);
  expect(first.diagnostics.some(({ related }) => related.length > 0)).toBe(true);
});

test('a second check reads its findings from the cache', async () => {
  const { pages, diagnostics } = await checkContent(content, true);
  const changed = diagnostics.map((diagnostic) => ({ ...diagnostic, message: 'Read back.' }));
  await writeFindings(await cached(), await key(), {
    pages,
    diagnostics: changed,
    unparsed: {},
    hasRelativeTwins: false,
  });
  expect(new Set((await checkContent(content, true)).diagnostics.map(({ message }) => message))).toEqual(
    new Set(['Read back.']),
  );
});

describe('is not used after this change:', () => {
  const changes: Readonly<Record<string, () => Promise<void>>> = {
    'a changed page': () => write('section/b.mdx', '# b\n'),
    'a new page': () => write('section/d.mdx', '# D\n'),
    'a removed page': () => rm(join(content, 'section/c.mdx')),
    'a page with another name': () => rename(join(content, 'section/c.mdx'), join(content, 'section/d.mdx')),
    'two pages that exchanged their texts': async () => {
      await write('section/b.mdx', '# C\n');
      await write('section/c.mdx', '# B\n');
    },
    'a changed navigation': () => write('section/_navigation.mdx', '---\ntitle: Section\nlinks: []\n---\n'),
    'a changed site file': () => write('site.yaml', 'title: Site\nlanguages: [js]\n'),
    'a removed site file': () => rm(join(content, 'site.yaml')),
    'a changed sample': () => write('_samples/x.js', 'x(1);\n'),
    'a sample with another name': () => rename(join(content, '_samples/x.js'), join(content, '_samples/x.ts')),
    'a new image': () => write('another.svg', '<svg/>'),
    'an image with another size': () =>
      write('image.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'),
    'a file that cannot be read': () => write('latin.mdx', Uint8Array.from([0x23, 0xe9, 0x0a])),
    'a file that is too large': () => write('large.mdx', 'x'.repeat(bounds.fileBytes + 2)),
    'another line break': () => write('section/b.mdx', '# B\r\n'),
  };

  test.each(Object.entries(changes))('%s', async (_name, change) => {
    await check();
    await change();
    expect(await isKept()).toBe(false);
    expect(await check()).toBe(await fresh());
    expect(await isKept()).toBe(true);
  });

  test('another name of the folder, which is the title of a site without a title', async () => {
    const before = await key();
    await rename(content, join(folder, 'docs'));
    content = join(folder, 'docs');
    expect(await key()).not.toBe(before);
  });

  test('another version of Stele, or of a package that it uses', async () => {
    const program = join(folder, 'program');
    const describe = (): Promise<string> => describeProgram(undefined, join(program, 'src/'));
    const descriptions: string[] = [];
    const change = async (path: string, text: string, time: number): Promise<void> => {
      await mkdir(dirname(join(program, path)), { recursive: true });
      await writeFile(join(program, path), text);
      await utimes(join(program, path), time, time);
      descriptions.push(await describe());
      expect(await describe()).toBe(descriptions.at(-1));
    };
    await change('src/main.ts', 'one', 1);
    await change('src/main.ts', 'another', 1);
    await change('src/main.ts', 'another', 2);
    await change('src/compiler/parse/parse.ts', 'one', 1);
    await change('package.json', '{"dependencies": {"yaml": "1.0.0"}}', 1);
    await change('node_modules/yaml/package.json', '{"version": "1.0.0"}', 1);
    await change('node_modules/yaml/package.json', '{"version": "1.0.1"}', 1);
    expect(new Set(descriptions).size).toBe(descriptions.length);
    const read = await readContent(content);
    expect(new Set(descriptions.map((program) => keyOf(read, program))).size).toBe(descriptions.length);
  });
});

test('is used after a change of files that Stele does not read', async () => {
  await check();
  await write('.hidden/page.mdx', '# Hidden\n');
  await utimes(join(content, 'a.mdx'), 1, 1);
  expect(await isKept()).toBe(true);
});

describe('a cache file', () => {
  test.each<[string, (text: string) => string]>([
    ['that is empty', () => ''],
    ['that is cut short', (text) => text.slice(0, -20)],
    ['of zeros', (text) => '\0'.repeat(text.length)],
    ['of another format', () => '{"key": 1}'],
    ['with one changed character in a message', (text) => text.replace('is not a key', 'is now a key')],
    ['with another key', (text) => text.replace(/(?<= )./, (first) => (first === 'a' ? 'b' : 'a'))],
    ['of another version of the format', (text) => text.replace('stele-cache-2', 'stele-cache-1')],
  ])('%s is ignored and replaced', async (_name, damage) => {
    const expected = await check();
    const text = await readFile(await cached(), 'utf8');
    const damaged = damage(text);
    expect(damaged).not.toBe(text);
    await writeFile(await cached(), damaged);
    expect(await check()).toBe(expected);
    expect(await readFile(await cached(), 'utf8')).toBe(text);
  });

  test('a folder in place of the cache is not changed', async () => {
    await mkdir(join(await cached(), 'theirs'), { recursive: true });
    expect(await check()).toBe(await fresh());
    expect((await readdir(dirname(await cached()))).sort()).toEqual(await caches());
  });
});

test('where no cache can be written, the check has the same findings', async () => {
  await writeFile(join(folder, 'node_modules/.cache'), 'a file');
  expect(await check()).toBe(await fresh());
  expect(await readdir(join(folder, 'node_modules'))).toEqual(['.cache']);
});

test('nothing is written into the content', async () => {
  const before = (await readdir(content, { recursive: true })).sort();
  await check();
  expect((await readdir(content, { recursive: true })).sort()).toEqual(before);
});

test('two content folders of one project have separate caches', async () => {
  const other = join(folder, 'other/content');
  await cp(content, other, { recursive: true });
  await writeFile(join(other, 'a.mdx'), '# A\n');
  const [first, second] = [await check(), printed((await checkContent(other, true)).diagnostics)];
  expect(first).not.toBe(second);
  expect(await findCacheFile(other, 'check')).not.toBe(await cached());
  expect(await isKept()).toBe(true);
  expect(await check()).toBe(first);
});

test('--no-cache neither reads nor writes', async () => {
  const run = (...more: readonly string[]): ReturnType<typeof runStele> =>
    runStele(['check', '--content', content, '--format', 'json', ...more]);
  const expected = await run('--no-cache');
  await expect(readFile(await cached())).rejects.toThrow();
  const kept = await run();
  await writeFindings(await cached(), await key(), {
    pages: 99,
    diagnostics: [],
    unparsed: {},
    hasRelativeTwins: false,
  });
  expect(await run('--no-cache')).toEqual(expected);
  expect(kept).toEqual(expected);
  // Other options: what the same ones print is kept, too.
  expect((await run('--max-problems', '9')).stderr).toMatch(/^99 pages/);
});

test('a check that is killed leaves nothing that disturbs the next one', async () => {
  const expected = await fresh();
  await mkdir(dirname(await cached()), { recursive: true });
  // The draft of a process that ended while it wrote.
  await writeFile(`${await cached()}.999999999-ab.draft`, '{"pa');
  for (const after of [60, 120, 180, 240]) {
    const args = [join(repository, 'src/cli/main.ts'), 'check', '--content', content];
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    await new Promise((done) => child.on('close', done));
    clearTimeout(timer);
    expect(await check()).toBe(expected);
    await rm(await cached(), { force: true });
  }
  expect(await check()).toBe(expected);
  expect((await readdir(dirname(await cached()))).sort()).toEqual(await caches());
});
