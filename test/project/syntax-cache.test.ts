// What grammars made of samples is kept by content; whatever happens to the file, a check says what it would without
// it.

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

/** Says of each text that it is its own name, and writes down what it was asked. */
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
  const { parser, keep } = await cacheSyntaxes(counting, file, program);
  for (const text of texts) expect(await parser.parse(text, '.js')).toEqual(syntaxOf(text));
  await keep();
  return parsed;
}

test('what has not changed is not parsed again', async () => {
  expect(await run(['a', 'b'])).toEqual(['a.js', 'b.js']);
  expect(await run(['a', 'b'])).toEqual([]);
  expect(await run(['a', 'c'])).toEqual(['c.js']);
});

test('what is gone is not kept', async () => {
  await run(['a', 'b']);
  await run(['a']);
  expect(await run(['a', 'b'])).toEqual(['b.js']);
});

test('the same text in another language is another sample', async () => {
  await run(['a']);
  const { parser } = await cacheSyntaxes(counting, file, 'one');
  await parser.parse('a', '.ts');
  expect(parsed).toEqual(['a.js', 'a.ts']);
});

test('another version of Stele or of a grammar asks anew', async () => {
  await run(['a']);
  expect(await run(['a'], 'two')).toEqual(['a.js']);
});

test.each<[string, (text: string) => string]>([
  ['cut short', (text) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['damaged in one letter', (text) => text.replace('"role":"key"', '"role":"kex"')],
  ['of another kind', () => '[]'],
])('a file that is %s is as good as none', async (_name, damage) => {
  await run(['a']);
  await writeFile(file, damage(await readFile(file, 'utf8')));
  expect(await run(['a'])).toEqual(['a.js']);
});

test('nothing but the file is left behind, and a place that cannot be written is left out', async () => {
  await run(['a']);
  expect(await readdir(join(folder, 'cache'))).toEqual(['samples.json']);
  await mkdir(join(folder, 'taken'));
  file = join(folder, 'taken');
  expect(await run(['a'])).toEqual(['a.js']);
  expect(await readdir(folder)).toEqual(['cache', 'taken']);
});
