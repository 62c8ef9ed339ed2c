// Reading a content folder: which files become pages, samples and findings. Nothing outside of the folder is read.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openProject, readContent } from '../../src/project/index.ts';
import { bounds, pointAt } from '../../src/compiler/source/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
let content: string;
beforeEach(async () => {
  folder = temporaryFolder();
  content = join(folder, 'content');
  await mkdir(content);
});
afterEach(() => removeFolder(folder));

async function write(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(content, path)), { recursive: true });
  await writeFile(join(content, path), text);
}

const messages = async (): Promise<readonly string[]> =>
  (await readContent(content)).diagnostics.map(({ code, file, message }) => `${file} ${code}: ${message}`);

test('recognises pages, navigation, samples and the site file, and ignores other files', async () => {
  for (const path of [
    'site.yaml',
    'a.mdx',
    'b/c.md',
    'b/_navigation.mdx',
    'b/_draft.mdx',
    'b/_samples/x.y.js',
    'b/_samples/deep/z.py',
    'b/image.png',
    '.hidden.mdx',
    'node_modules/p/d.mdx',
  ]) {
    await write(path, 'text');
  }
  const { content: read, diagnostics } = await readContent(content);
  expect(diagnostics).toEqual([]);
  expect(read.name).toBe('content');
  expect(read.site?.path).toBe('site.yaml');
  expect(read.pages.map(({ path }) => path)).toEqual(['a.mdx', 'b/c.md']);
  expect(read.navigation.map(({ path }) => path)).toEqual(['b/_navigation.mdx']);
  expect(read.samples.map(({ folder: home, stem, extension }) => [home, stem, extension])).toEqual([
    ['b', 'deep/z', '.py'],
    ['b', 'x.y', '.js'],
  ]);
});

test.each(['_navigation.md', '_Navigation.mdx'])('%s gives a finding that names the right file name', async (name) => {
  await write('a/page.mdx', '# Page\n');
  await write(`a/${name}`, '---\nlinks: []\n---\n');
  const { diagnostics, content: read } = await readContent(content);
  expect(diagnostics.map(({ file, code, message, hint }) => [file, code, message, hint])).toEqual([
    [
      `a/${name}`,
      'unused-navigation',
      `This navigation is not shown: its file is named \`${name}\`.`,
      'Rename the file to `_navigation.mdx`.',
    ],
  ]);
  expect(read.navigation).toEqual([]);
});

test('a byte order mark is not part of the text', async () => {
  await write('a.mdx', '\ufeff# A\n');
  expect((await readContent(content)).content.pages[0]!.text).toBe('# A\n');
});

test.each([
  ['a lone byte of Latin-1', [0x23, 0x20, 0xe9, 0x0a], 3],
  ['a character cut short at the end', [0x61, 0xc3], 2],
  ['an overlong form', [0x61, 0x62, 0xc0, 0xaf], 3],
  ['a surrogate', [0xed, 0xa0, 0x80], 1],
])('%s gives a finding with the position of the byte', async (_name, bytes, position) => {
  await write('a.mdx', Uint8Array.from(bytes));
  expect(await messages()).toEqual([
    `a.mdx not-utf8: The file is not UTF-8: byte ${position} does not begin or continue a character.`,
  ]);
});

test('a replacement character in a valid file gives no finding', async () => {
  await write('a.mdx', '# \ufffd\n');
  expect(await messages()).toEqual([]);
});

test('a page and a sample of the largest size are read, one byte more gives a finding', async () => {
  await write('a.mdx', 'x'.repeat(bounds.fileBytes));
  await write('_samples/a.js', `${'x'.repeat(99)}\n`.repeat(bounds.sampleBytes / 100 - 1));
  expect(await messages()).toEqual([]);
  await write('a.mdx', 'x'.repeat(bounds.fileBytes + 1));
  await write('_samples/a.js', 'x\n'.repeat(bounds.sampleBytes / 2 + 1));
  expect((await messages()).map((message) => message.split(':')[0])).toEqual([
    '_samples/a.js file-too-large',
    'a.mdx file-too-large',
  ]);
});

test('a line of a sample of the largest length is shown, a longer one gives a finding at that line', async () => {
  await write('_samples/a.js', `one\n${'x'.repeat(bounds.sampleLineLength)}\n`);
  expect(await messages()).toEqual([]);
  await write('_samples/a.js', `one\n${'x'.repeat(bounds.sampleLineLength + 1)}\n`);
  const { diagnostics, content: read } = await readContent(content);
  expect(diagnostics.map(({ code, source, range }) => [code, pointAt(source!, range!.start).line])).toEqual([
    ['sample-line-too-long', 2],
  ]);
  expect(read.samples).toEqual([]);
});

test.each([
  ['a folder that does not exist', 'nowhere', /There is no folder .*nowhere/],
  ['a folder without pages', 'content', /has no pages\. Pages are files that end in \.mdx or \.md\./],
])('%s is refused', async (_name, name, message) => {
  await write('notes.txt', 'x');
  await expect(openProject(join(folder, name))).rejects.toThrow(message);
});
