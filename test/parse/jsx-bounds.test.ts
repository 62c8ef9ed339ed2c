// The depth of tags and braces in the text of a body: deep nesting is refused, prose never.

import { expect, test } from 'vitest';
import { findJsxExcess } from '../../src/compiler/parse/limits/jsx-bounds.ts';
import { compile, findings } from '../compile.ts';
import { cpuTime } from '../cpu-time.ts';

const many = (make: (i: number) => string): string => Array.from({ length: 100 }, (_, i) => make(i)).join('\n\n');

test.each<[name: string, body: string]>([
  ['links with addresses in angle brackets', many((i) => `[a${i}](<https://example.com/a b${i}>)`)],
  ['such links with titles', many((i) => `[a${i}](<https://example.com/a b${i}> "A <b> title")`)],
  ['images with addresses in angle brackets', many(() => '![words](<https://example.com/a b.png>)')],
  ['images inside links', many(() => '[![words](<https://example.com/a b.png>)](<https://example.com/a b>)')],
  ['definitions', many((i) => `[d${i}]: <https://example.com/a b${i}>`) + '\n\n[words][d1]'],
  [
    'definitions in a row',
    Array.from({ length: 100 }, (_, i) => `[d${i}]: <https://example.com/a b> "title"`).join('\n'),
  ],
  ['code with tags', many(() => 'A `List<String>` and ``a <b> ` c`` here.')],
  ['code over two lines', many(() => 'A `List<String\nand more` here.')],
  ['fences with tags', many(() => '```ts\nconst a: Map<string, List<T>> = {\n```')],
  ['fences in lists', many(() => '- ```ts\n  const a: List<T> = {\n\n  ```')],
  ['fences in quotes', many(() => '> ```ts\n> const a: List<T> = {\n> ```')],
  ['fences of tildes', many(() => '~~~\n<a\n~~~')],
  ['escapes', many(() => 'a \\<b and \\{c')],
  ['comparisons', many(() => 'a < b, a <= b')],
  ['closed tags', many(() => '<Callout type="a > b">\n\nText <kbd>x</kbd> and <br />.\n\n</Callout>')],
  ['tags without content', many(() => '<Badge color="red" title={"a"} />')],
  ['expressions', many(() => 'Text {1} and {/* a <b> */} more.')],
])('%s do not count as nesting', (_name, body) => {
  expect(findJsxExcess(body, 64)).toBeUndefined();
  expect(findings(compile({ 'a.mdx': `# A\n\n${body}\n` })).filter((finding) => finding.includes('too-deep'))).toEqual(
    [],
  );
});

test('types in prose are reported as types, however many there are', () => {
  const found = findings(compile({ 'a.mdx': many(() => 'A List<String> here.') }));
  expect(new Set(found.map((finding) => finding.split(' ')[1]))).toEqual(new Set(['mdx-syntax']));
  expect(found.length).toBeGreaterThan(5);
});

const nest = (open: string, close = ''): string => open.repeat(100) + close.repeat(100);

test.each<[name: string, body: string]>([
  ['tags on a line', nest('<b>', '</b>')],
  ['tags on lines of their own', nest('<div>\n\n', '</div>\n\n')],
  ['tags behind text that looks like the end of one', nest('<b>/>', '</b>')],
  ['tags behind attributes with backquotes', nest('<b title="`">', '</b>')],
  ['tags behind text that looks like a link', nest('](<b>)', '</b>')],
  ['tags behind escaped brackets', nest('\\[a](<b>)', '</b>')],
  ['tags behind brackets of a link', `[${nest('](<b>)', '</b>')}`],
  ['tags in lines that look like definitions', `x\n${'[a]: <b>\n'.repeat(100)}`],
  ['tags behind the end of a quoted fence', `> \`\`\`\n\n${nest('<b>\n\n', '</b>\n\n')}`],
  ['braces', nest('{', '}')],
  ['fragments', nest('<>', '</>')],
])('%s count as nesting', (_name, body) => {
  expect(findJsxExcess(body, 64)).toBeDefined();
});

test.each([
  '<',
  '<a ',
  '<a b="',
  '`',
  '` ``',
  '[',
  '![',
  '](<a>)',
  '[a](<b>)',
  '{',
  '}',
  '\\',
  '> ```\n',
  '[a]: <',
  '<a b={',
  '</a>',
])('the time for a long row of %s is linear in its length', (piece) => {
  const text = piece.repeat(500_000 / piece.length);
  const read = (): void => [64, 1_000_000].forEach((most) => findJsxExcess(text, most));
  expect(cpuTime(read)).toBeLessThan(2000);
});
