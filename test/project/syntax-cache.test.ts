// The syntax of samples is cached by their content. Whatever happens to the cache file, a check has the same findings.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SampleParser, SampleSyntax } from '../../src/compiler/model/index.ts';
import { cacheSyntaxes } from '../../src/project/syntax-cache.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
let file: string;
let parsed: string[];
beforeEach(async () => {
  folder = temporaryFolder();
  file = join(folder, 'cache/samples.json');
  parsed = [];
});
afterEach(() => removeFolder(folder));

/** A parser that returns each text as a name, and records the texts that it parses. */
const counting: SampleParser = {
  canParse: () => true,
  parse(text, extension) {
    parsed.push(`${text}${extension}`);
    return Promise.resolve(syntaxOf(text));
  },
};

const syntaxOf = (name: string): SampleSyntax => ({
  names: [{ name, range: { start: 0, end: name.length }, role: 'key' }],
  comments: [],
  commands: [],
});

async function run(texts: readonly string[], program = 'one'): Promise<readonly string[]> {
  parsed = [];
  const { parser, dropUnused, keep } = await cacheSyntaxes(counting, file, program);
  for (const text of texts) expect(await parser.parse(text, '.js')).toEqual(syntaxOf(text));
  dropUnused();
  await keep();
  return parsed;
}

test('an unchanged sample is not parsed again', async () => {
  expect(await run(['a', 'b'])).toEqual(['a.js', 'b.js']);
  expect(await run(['a', 'b'])).toEqual([]);
  expect(await run(['a', 'c'])).toEqual(['c.js']);
});

test('a removed sample leaves the cache', async () => {
  await run(['a', 'b']);
  await run(['a']);
  expect(await run(['a', 'b'])).toEqual(['b.js']);
});

test('the same text in another language is parsed again', async () => {
  await run(['a']);
  const { parser } = await cacheSyntaxes(counting, file, 'one');
  await parser.parse('a', '.ts');
  expect(parsed).toEqual(['a.js', 'a.ts']);
});

test('another version of Stele or of a grammar parses all samples again', async () => {
  await run(['a']);
  expect(await run(['a'], 'two')).toEqual(['a.js']);
});

test.each<[string, (text: string) => string]>([
  ['cut short', (text) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['damaged in one letter', (text) => text.replace('"role":"key"', '"role":"kex"')],
  ['in another format', () => '[]'],
])('a cache that is %s is ignored', async (_name, damage) => {
  await run(['a']);
  await writeFile(file, damage(await readFile(file, 'utf8')));
  expect(await run(['a'])).toEqual(['a.js']);
});

test('only the cache file is written, and no file where nothing can be written', async () => {
  await run(['a']);
  expect(await readdir(join(folder, 'cache'))).toEqual(['samples.json']);
  await mkdir(join(folder, 'taken'));
  file = join(folder, 'taken');
  expect(await run(['a'])).toEqual(['a.js']);
  expect(await readdir(folder)).toEqual(['cache', 'taken']);
});
