// Code that would slow down or crash a simple parser or comparison: it is checked in time, and Stele never crashes.

import { expect, test } from 'vitest';
import { languages } from '../../src/compiler/languages/index.ts';
import { viewContent } from '../../src/outputs/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { check, compile } from '../compile.ts';

const lines = (unit: string, length = 30_000): string => {
  const per = Math.floor(9000 / unit.length);
  const line = unit.repeat(per);
  return unit.includes('\n')
    ? unit.repeat(Math.ceil(length / unit.length))
    : `${line}\n`.repeat(Math.ceil(length / line.length));
};

const grammars = languages.flatMap((language) => language.grammars);

/** The longest text that the grammar of an extension parses, if that is shorter than usual. */
const longestText = (extension: string): number | undefined =>
  grammars.find(({ extensions }) => extensions.includes(`.${extension}`))?.longestText;

const cases: readonly (readonly [extension: string, unit: string])[] = [
  ...grammars.map(({ extensions }) => [extensions[0]!.slice(1), ']('] as const),
  ['sh', '<<A\n'],
  ['sh', 'curl <<A '],
  ['rb', 'x = <<A\n'],
  ['rb', '<<~A '],
  ['php', '<?php $a = <<<A\n'],
  ['js', '({['],
  ['rs', "'{"],
  ['kt', 'is a if '],
  ['swift', '#""" '],
  ['swift', '#selector('],
  ['swift', 'a b '],
  ['ex', 'do '],
  ['cpp', 'using ... '],
  ['rs', '* & % '],
  ['dart', '* & % '],
];

test.each(cases)('.%s with %j many times is checked in time', async (extension, unit) => {
  const files = {
    'site.yaml': `title: S\nlanguages: [${languages.map(({ id }) => id).join(', ')}]\n`,
    [`_samples/x.${extension}`]: lines(unit, longestText(extension) === undefined ? 30_000 : 6_000),
    'a.mdx': '# A\n\n<CodeBlock file="x" />\n',
  };
  const before = process.threadCpuUsage();
  const { diagnostics } = await check(files);
  const { user, system } = process.threadCpuUsage(before);
  expect(diagnostics.map(({ code }) => code)).toContain('sample-syntax');
  expect((user + system) / 1000).toBeLessThan(5000);
});

test('names of authors are not used as regular expressions, however long and unusual they are', async () => {
  for (const name of ['a('.repeat(50_000), 'x'.repeat(100_000), '.*+?^${}()|[]\\', 'a.'.repeat(50_000)]) {
    const entity = {
      key: name,
      id: 'thing',
      title: `${name}call()`,
      patternBefore: name,
      parameters: [{ key: 'limit', type: 'string', description: 'A.' }],
    };
    const files = {
      'site.yaml': 'title: S\nlanguages: [js]\n',
      '_samples/x.js': 'call({ limit: 1 });\n',
      'a.mdx':
        `---\n${JSON.stringify({ reference: { js: [entity] } })}\n---\n# A\n\n` +
        '<CodeBlock file="x" referenceId="thing" />\n',
    };
    await check(files);
    const site = viewContent(compile(files).resolved, { highlight: (text) => [[{ text }]] });
    expect((await site.viewPage({ route: 'a', language: 'js' }, strings.values)).blocks).toHaveLength(1);
  }
});
