// Valid code of each language, old and new, has no fault. Real mistakes have one.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/compiler/languages/index.ts';
import { createSampleParser } from '../../src/engines/index.ts';

const fixtures = join(import.meta.dirname, '../fixtures/modern-samples');
const parser = createSampleParser();
const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.'));

const extensions = languages.flatMap(({ grammars }) => grammars.map((grammar) => grammar.extensions[0]!));

test('all grammars can load at the same time', async () => {
  const { commands } = await Promise.all([
    createSampleParser().parse('curl a b', '.sh'),
    ...extensions.map((extension) => parser.parse('f', extension)),
  ]).then(([shell]) => shell!);
  expect(commands.map(({ words }) => words.length)).toEqual([3]);
});

test('every grammar parses files of new code', () => {
  const files = readdirSync(fixtures, { recursive: true }) as string[];
  const found = new Set(files.map(extensionOf));
  const grammars = languages.flatMap((language) => language.grammars);
  const missing = grammars.filter((grammar) => !grammar.extensions.some((extension) => found.has(extension)));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

describe.each(readdirSync(fixtures))('%s', (language) => {
  const names = readdirSync(join(fixtures, language));

  test('has at least twelve files', () => {
    expect(names.length).toBeGreaterThanOrEqual(12);
  });

  test.each(names)('%s has no fault', async (name) => {
    const { fault } = await parser.parse(readFileSync(join(fixtures, language, name), 'utf8'), extensionOf(name));
    expect(fault).toBeUndefined();
  });
});

test.each([
  ['.js', 'const a;', 'missing initializer'],
  ['.js', 'const x: string = 1;', 'missing initializer'],
  ['.ts', 'interface A { a: string b: number }', 'expected `;`'],
  ['.py', 'print "x"', 'separated by newlines'],
  ['.py', 'def f():\nx = 1\n', 'expected an indented block'],
  ['.py', 'create(name="a", 2)', 'positional argument cannot follow'],
  ['.rb', 'def f(a, a); end', 'duplicated argument name'],
  ['.rb', 'x.each do |y|\n  puts y\n', 'expected'],
  ['.go', 'x := list(ctx\n)', "missing ','"],
  ['.go', 'package main\nx := 1', 'expected declaration'],
  ['.go', 'if err != nil {\n\treturn err\n', 'not closed'],
  ['.php', '$x = create(name: "a")\necho $x;', '`echo` does not fit'],
  ['.php', "echo 'abc;\n", 'not closed'],
  ['.java', 'class A { void f() { foo(a b); } }', ''],
  ['.java', 'class A { int x }', 'missing'],
  ['.cs', 'foo(a b);', '`b` does not fit'],
  ['.cs', 'var x = new A { B = 1 C = 2 };', ''],
  ['.cs', 'var s = $"a} b";', 'has no opening'],
  ['.sh', 'if true; then\n  curl a\n', ''],
  ['.sh', 'curl a\nfi\n', '`fi` does not fit'],
  ['.sh', 'curl "a\n', 'not closed'],
])('explains the fault in %s: %j', async (extension, text, problem) => {
  const { fault } = await parser.parse(text, extension);
  expect(fault?.problem).toContain(problem);
  expect(fault!.range.start).toBeLessThan(text.length);
});

test('the place of a fault counts UTF-16 units, also after characters of several bytes', async () => {
  for (const [extension, text] of [
    ['.py', 'name = "é😀"; x = = 1'],
    ['.rb', 'name = "é😀"; x = = 1'],
    ['.go', 'name := "é😀"; x := = 1'],
    ['.js', 'name = "é😀"; x = = 1'],
  ] as const) {
    const { fault } = await parser.parse(text, extension);
    expect(['x = =', 'x =', 'x := ='], extension).toContain(text.slice(text.indexOf('x'), fault!.range.end));
  }
});

describe('samples nested too deeply', () => {
  const deep = 3000;
  test.each([
    ['.js', 'f(1);', '!'.repeat(deep * 10), 'a'],
    ['.js', 'f(1);', '['.repeat(deep), ''],
    ['.py', 'f(1)', '-'.repeat(deep * 10), 'a'],
    ['.rb', 'f(1)', '!'.repeat(deep), 'a'],
    ['.rb', 'f(1)', '('.repeat(deep), ''],
    ['.go', 'f(1)', `x := a${'.b'.repeat(deep * 5)}`, ''],
    ['.go', 'f(1)', '('.repeat(deep), ''],
    ['.php', '<?php f(1);', `<?php ${'['.repeat(deep)}`, ''],
    ['.java', 'f(1);', '('.repeat(deep), ''],
    ['.cs', 'f(1);', '{'.repeat(deep), ''],
    ['.sh', 'curl a', '$('.repeat(deep), ''],
  ])('in %s are reported, and the next sample is parsed as usual: %s', async (extension, valid, ...parts) => {
    const { fault } = await parser.parse(parts.join(''), extension);
    expect(fault?.problem).toMatch(/nested/);
    expect((await parser.parse(valid, extension)).fault).toBeUndefined();
  });

  test('are those with more than 250 open brackets, and the fault is at bracket 251', async () => {
    const nested = (count: number): string => `x = ${'['.repeat(count)}${']'.repeat(count)}`;
    expect((await parser.parse(nested(250), '.py')).fault).toBeUndefined();
    expect((await parser.parse(nested(251), '.py')).fault?.range).toEqual({ start: 254, end: 255 });
  });
});
