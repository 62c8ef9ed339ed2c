// Markdown that is hard for parsers, as pages (`.md` and `.mdx`) and as descriptions of a reference.

import type { PathologicalCase } from './pathological-cases.ts';

type Make = (n: (size: number) => number) => string;

const range = (length: number, make: (i: number) => string): string =>
  Array.from({ length }, (_, i) => make(i)).join('');

const inline: Readonly<Record<string, Make>> = {
  'nested strong emphasis': (n) => `${'*a **a '.repeat(n(65_000))}b${' a** a*'.repeat(n(65_000))}`,
  'many emphasis closers without openers': (n) => 'a_ '.repeat(n(65_000)),
  'many emphasis openers without closers': (n) => '_a '.repeat(n(65_000)),
  'many link closers without openers': (n) => 'a]'.repeat(n(65_000)),
  'many link openers without closers': (n) => '[a'.repeat(n(65_000)),
  'mismatched openers and closers': (n) => '*a_ '.repeat(n(50_000)),
  'openers and closers whose lengths are multiples of 3': (n) => `a**b${'c* '.repeat(n(50_000))}`,
  'link openers and emphasis closers': (n) => '[ a_'.repeat(n(50_000)),
  'the pattern [ (](': (n) => '[ (]('.repeat(n(80_000)),
  'the pattern ![[]()': (n) => '![[]()'.repeat(n(160_000)),
  'nested brackets': (n) => `${'['.repeat(n(50_000))}a${']'.repeat(n(50_000))}`,
  'nested links': (n) => `${'['.repeat(n(50_000))}a${'](b)'.repeat(n(50_000))}`,
  'asterisks around one letter': (n) => `${'*'.repeat(n(60_000))}a${'*'.repeat(n(60_000))}`,
  'emphasis that closes late': (n) => `${'*a '.repeat(n(20_000))}${'_a*_ '.repeat(n(20_000))}`,
  'runs of backticks of growing length': (n) => range(n(1400), (i) => `e${'`'.repeat(i + 1)}`),
  'unclosed inline code': (n) => '`a'.repeat(n(2)) + '``b '.repeat(n(60_000)),
  'unclosed links with pointy addresses': (n) => '[a](<b'.repeat(n(30_000)),
  'unclosed links': (n) => '[a](b'.repeat(n(30_000)),
  backslashes: (n) => '\\'.repeat(n(200_000)),
  'broken entities': (n) => '&a'.repeat(n(100_000)),
  'hard breaks in one paragraph': (n) => 'a  \n'.repeat(n(50_000)),
  'addresses in plain text': (n) => 'www.a.b '.repeat(n(50_000)),
  'dots behind an address': (n) => `www.a${'.'.repeat(n(200_000))}`,
  'brackets behind an address': (n) => `https://a.b/${')'.repeat(n(100_000))}`,
  'mail addresses without an end': (n) => 'a@a.'.repeat(n(50_000)),
  tildes: (n) => '~a '.repeat(n(60_000)),
  'footnote calls': (n) => '[^a]'.repeat(n(50_000)),
};

const block: Readonly<Record<string, Make>> = {
  'nested block quotes': (n) => `${'> '.repeat(n(50_000))}a`,
  'nested block quotes line by line': (n) => range(n(1000), (i) => `${'> '.repeat((i % 500) + 1)}a\n`),
  'deeply nested lists': (n) => range(n(1000), (i) => `${'  '.repeat(i)}* a\n`),
  'empty lines in deeply nested lists': (n) => `${'- '.repeat(n(30_000))}x${'\n'.repeat(n(30_000))}`,
  'emphasis in deep block quotes': (n) => `${'>'.repeat(n(100_000))}${'a*'.repeat(n(100_000))}`,
  'many definitions and references': (n) => `${range(n(40_000), (i) => `[${i}]: u\n`)}\n${'[0] '.repeat(n(40_000))}`,
  'definitions that all have one name': (n) => '[a]: b\n'.repeat(n(100_000)),
  'a label of one megabyte': (n) => `[${'a'.repeat(n(900_000))}]: b\n`,
  'many footnotes': (n) => range(n(20_000), (i) => `[^${i}]: a\n\n`),
  'a table of many columns': (n) => `${'|a'.repeat(n(5000))}|\n${'|-'.repeat(n(5000))}|\n${'|b'.repeat(n(5000))}|\n`,
  'a table of many rows': (n) => `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(n(30_000))}`,
  'rows far shorter than their table': (n) =>
    `${'|a'.repeat(n(1000))}|\n${'|-'.repeat(n(1000))}|\n${'|b|\n'.repeat(n(10_000))}`,
  'almost tables': (n) => 'aaa\rbbb\n-\v\n'.repeat(n(30_000)),
  'many headings': (n) => '# a\n'.repeat(n(50_000)),
  'underlined headings': (n) => 'a\n=\n'.repeat(n(50_000)),
  'underlined headings with empty lines': (n) => 'a\n---\n\nb\n\n'.repeat(n(30_000)),
  'many fences': (n) => '```\n'.repeat(n(50_000)),
  'a fence of growing lengths': (n) => range(n(1400), (i) => `${'`'.repeat(i + 3)}\n`),
  'thematic breaks that are none': (n) => `${'- '.repeat(n(20))}${'* '.repeat(n(100_000))}a`,
  'many list items': (n) => '- a\n'.repeat(n(50_000)),
  'list markers of changing kinds': (n) => '- a\n* a\n+ a\n'.repeat(n(10_000)),
  'tabs as indentation': (n) => range(n(1000), (i) => `${'\t'.repeat(i)}- a\n`),
  'teeth of nested lists': (n) => range(n(16_000), (i) => `${'\t'.repeat(i % 100)}- a\n`),
  'blank lines behind nested lists': (n) =>
    `${range(99, (i) => `${'  '.repeat(i)}- a\n`)}${'\n'.repeat(n(900_000))}${' '.repeat(198)}b`,
  'lines in nested lists': (n) =>
    `${range(90, (i) => `${'  '.repeat(i)}- a\n`)}${`${' '.repeat(180)}b\n`.repeat(n(5000))}`,
  'lazy lines behind nested lists': (n) => `${range(90, (i) => `${'  '.repeat(i)}- a\n`)}${'b\n'.repeat(n(50_000))}`,
  'task items': (n) => '- [ ] a\n'.repeat(n(30_000)),
  'definition lists': (n) => 'a\n: b\n'.repeat(n(30_000)),
  'tab lists': (n) => '- | a\n\n  b\n'.repeat(n(20_000)),
  'a line of one megabyte': (n) => 'a'.repeat(n(1_000_000)),
  'blank lines': (n) => '\n'.repeat(n(1_000_000)),
  NULs: (n) => 'abc\u0000def\u0000'.repeat(n(100_000)),
};

const html: Readonly<Record<string, Make>> = {
  'unclosed comments': (n) => `</${'<!--'.repeat(n(250_000))}`,
  'unclosed comments in a line': (n) => `a ${'<!-- a '.repeat(n(100_000))}`,
  'unclosed CDATA': (n) => `a ${'<![CDATA['.repeat(n(100_000))}`,
  'unclosed declarations': (n) => `a ${'<!A '.repeat(n(200_000))}`,
  'unclosed processing instructions': (n) => `a ${'<?'.repeat(n(300_000))}`,
  'unclosed tags': (n) => `a ${'<a '.repeat(n(100_000))}`,
  'unclosed autolinks': (n) => `a ${'<a:'.repeat(n(100_000))}`,
  'unclosed attributes': (n) => `a ${'<a b="'.repeat(n(100_000))}`,
};

function describeAs(description: string): string {
  const lines = description.split(/\r\n|\n|\r/).map((line) => (line === '' ? '' : `    ${line}`));
  const entity = 'reference: { js: [{ key: A, id: a, properties: [{ key: b, type: string, description: (a) }] }] }';
  return `---\n${entity}\ndescriptions:\n  a: |2\n${lines.join('\n')}\n---\n# Case\n`;
}

function casesOf(makes: Readonly<Record<string, Make>>, kinds: readonly Kind[]): readonly PathologicalCase[] {
  return Object.entries(makes).flatMap(([name, make]) =>
    kinds.map((kind) => ({
      name: `${name} (${kind})`,
      make(scale: number) {
        const text = make((size) => Math.max(1, Math.round(size * scale)));
        if (kind === 'description') return ['case.mdx', describeAs(text)] as const;
        return [kind === 'md' ? 'case.md' : 'case.mdx', `# Case\n\n${text}\n`] as const;
      },
    })),
  );
}

type Kind = 'md' | 'mdx' | 'description';

export const markdownCases: readonly PathologicalCase[] = [
  ...casesOf(inline, ['mdx', 'description']),
  ...casesOf(block, ['mdx', 'description']),
  ...casesOf(html, ['md', 'mdx', 'description']),
];
