// Cached colours are used if the cache is complete and from the same highlighter. Otherwise they are computed again.

import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeHighlighter, keyOfCode, readHighlights, writeHighlights } from '../../src/project/highlight-cache.ts';
import { openHighlighter } from '../../src/project/open-highlighter.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'cache/colours');
});
afterEach(() => removeFolder(folder));

const ruby = { text: 'puts "one"', grammar: 'ruby' };
const python = { text: 'print("two")', grammar: 'python' };

/** Replaces the cached colours of a code, so that a test can see whether the cache is used. */
async function plant(code: typeof ruby, encoded: string): Promise<void> {
  const version = await describeHighlighter();
  const kept = await readHighlights(file, version);
  await writeHighlights(file, version, new Map([...kept, [keyOfCode(code), encoded]]));
}

const shown = async (codes: readonly (typeof ruby)[], { text, grammar }: typeof ruby) =>
  (await openHighlighter(codes, file)).highlight(text, grammar);

test('cached colours are equal to new ones', async () => {
  const fresh = (await openHighlighter([ruby], undefined)).highlight(ruby.text, ruby.grammar);
  expect(await shown([ruby], ruby)).toEqual(fresh);
  expect(await shown([ruby], ruby)).toEqual(fresh);
  expect(
    fresh
      .flat()
      .map(({ text }) => text)
      .join(''),
  ).toBe(ruby.text);
});

test('only new code is coloured, and removed code leaves the cache', async () => {
  await shown([ruby], ruby);
  await plant(ruby, 'c10');
  expect(await shown([ruby, python], ruby)).toEqual([[{ text: 'puts "one"', tone: 'c' }]]);
  expect((await shown([ruby, python], python)).flat().length).toBeGreaterThan(1);
  expect(await shown([python], python)).toHaveLength(1);
  expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(3);
});

test('the same text in another language is coloured again', async () => {
  await shown([ruby], ruby);
  await plant(ruby, 'c10');
  const other = { ...ruby, grammar: 'text' };
  expect(await shown([ruby, other], other)).toEqual([[{ text: ruby.text }]]);
});

test('the cache is not written if nothing has changed', async () => {
  await shown([ruby], ruby);
  const { mtimeMs, ino } = await stat(file);
  await shown([ruby], ruby);
  expect(await stat(file)).toMatchObject({ mtimeMs, ino });
});

describe('a cache is ignored if it', () => {
  const damage = async (change: (text: string) => string): Promise<void> => {
    await shown([ruby], ruby);
    await plant(ruby, 'c10');
    await writeFile(file, change(await readFile(file, 'utf8')));
  };

  test.each<[string, (text: string) => string]>([
    ['was written by another highlighter', (text) => text.replace(/(?<=^\S+ )\S+/, 'another')],
    ['is cut short', (text) => text.slice(0, -20)],
    ['is cut short at a line break', (text) => text.split('\n').slice(0, -1).join('\n')],
    ['in which a character has changed', (text) => text.replace('c10', 's10')],
    ['is empty', () => ''],
    ['has another format', () => '{"a":1}\n'],
  ])('%s', async (_name, change) => {
    await damage(change);
    expect((await shown([ruby], ruby)).flat().length).toBeGreaterThan(1);
  });

  test('is a folder, or cannot be written', async () => {
    await mkdir(file, { recursive: true });
    expect((await shown([ruby], ruby)).flat().length).toBeGreaterThan(1);
    await rm(join(folder, 'cache'), { recursive: true });
    await writeFile(join(folder, 'cache'), 'a file');
    expect((await shown([ruby], ruby)).flat().length).toBeGreaterThan(1);
  });
});

test('colouring code that was not listed throws, instead of returning plain text', async () => {
  const highlighter = await openHighlighter([ruby], undefined);
  expect(() => highlighter.highlight('puts 2', 'ruby')).toThrow('was not coloured');
});
