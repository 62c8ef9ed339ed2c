// MDX that is hard for parsers: tags, braces and expressions that are nested, unclosed or very many.

import type { PathologicalCase } from './pathological-cases.ts';

type Make = (n: (size: number) => number) => string;

const bodies: Readonly<Record<string, Make>> = {
  'tags inside each other': (n) => `${'<b>'.repeat(n(50_000))}a${'</b>'.repeat(n(50_000))}`,
  'tags inside each other line by line': (n) => `${'<b>\n'.repeat(n(20_000))}a\n${'</b>\n'.repeat(n(20_000))}`,
  'tags without an end': (n) => '<a>'.repeat(n(100_000)),
  'ends without a tag': (n) => '</a>'.repeat(n(100_000)),
  'tags that never close their angle': (n) => '<a '.repeat(n(100_000)),
  'nested braces': (n) => `${'{'.repeat(n(100_000))}1${'}'.repeat(n(100_000))}`,
  'unclosed braces': (n) => '{a '.repeat(n(100_000)),
  'nested brackets in an expression': (n) => `{${'['.repeat(n(100_000))}1${']'.repeat(n(100_000))}}`,
  'nested parentheses in an expression': (n) => `{${'('.repeat(n(100_000))}1${')'.repeat(n(100_000))}}`,
  'unary operators in an expression': (n) => `{${'!'.repeat(n(100_000))}1}`,
  'a sum of many terms': (n) => `{1${'+1'.repeat(n(100_000))}}`,
  'nested arrows in an expression': (n) => `{${'a=>'.repeat(n(50_000))}1}`,
  'nested conditions in an expression': (n) => `{${'a?'.repeat(n(20_000))}1${':1'.repeat(n(20_000))}}`,
  'nested templates in an expression': (n) => `{${'`${'.repeat(n(20_000))}1${'}`'.repeat(n(20_000))}}`,
  'an expression over many lines': (n) => `{[\n${'1,\n'.repeat(n(50_000))}]}`,
  'an expression that only its last line closes': (n) => `{"a"\n${'/* a */\n'.repeat(n(5000))}}`,
  'an expression that nothing closes': (n) => `{"a"\n${'}\n'.repeat(n(5000))}`,
  'braces that almost close': (n) => `{${'}a'.repeat(n(20_000))}`,
  'an attribute that is a deep list': (n) => `<PropsTable data={${'['.repeat(n(50_000))}${']'.repeat(n(50_000))}} />`,
  attributes: (n) => `<Callout ${range(n(20_000), (i) => `a${i}="b" `)}>a</Callout>`,
  'spread attributes': (n) => `<Callout ${'{...a} '.repeat(n(20_000))}/>`,
  'a flood of expressions': (n) => '{1} '.repeat(n(20_000)),
  'a flood of code': (n) => '{a()} '.repeat(n(20_000)),
  'a flood of tags': (n) => '<b/> '.repeat(n(20_000)),
  'a flood of unknown components': (n) => '<Unknown />\n\n'.repeat(n(20_000)),
  'a flood of imports': (n) => 'import a from "b"\n\n'.repeat(n(20_000)),
  'an import of many lines': (n) => `import a from "b"\n${'const a = 1\n'.repeat(n(5000))}`,
  'an export of many parts': (n) => `export const a = {\n\n${'b: 1,\n\n'.repeat(n(8000))}`,
  'braces that might close': (n) => `{a+[${'}'.repeat(n(50_000))}`,
  'members of members': (n) => `{a${'.a'.repeat(n(100_000))}}`,
  'calls of calls': (n) => `{a${'()'.repeat(n(100_000))}}`,
  assignments: (n) => `{${'a='.repeat(n(100_000))}1}`,
  'patterns in patterns': (n) => `{${'['.repeat(n(50_000))}a${']'.repeat(n(50_000))} = 1}`,
  'statements in statements': (n) => `export default function a() {${'if (1) '.repeat(n(50_000))}1}`,
  'words before a word': (n) => `{${'typeof '.repeat(n(50_000))}1}`,
  'tags in an expression': (n) => `{${'<b>'.repeat(n(20_000))}${'</b>'.repeat(n(20_000))}}`,
  'tags behind a fence that does not close': (n) =>
    `\`\`\`\n\`\`\`js\n\`\`\`\n${'<b>'.repeat(n(20_000))}${'</b>'.repeat(n(20_000))}`,
  'an export that nothing closes': (n) => `export const a = {\n${'b: 1,\n'.repeat(n(5000))}`,
  'a flood of code blocks': (n) => '<CodeBlock file="a" />\n\n'.repeat(n(10_000)),
  'links to nowhere': (n) => '[a](/b/c) '.repeat(n(20_000)),
  'a link of many segments': (n) => `[a](/case${'/a'.repeat(n(50_000))})`,
  'headings of one name': (n) => '## a\n\n'.repeat(n(20_000)),
};

const range = (length: number, make: (i: number) => string): string =>
  Array.from({ length }, (_, i) => make(i)).join('');

export const mdxCases: readonly PathologicalCase[] = Object.entries(bodies).map(([name, make]) => ({
  name,
  make: (scale) => ['case.mdx', `# Case\n\n${make((size) => Math.max(1, Math.round(size * scale)))}\n`],
}));
