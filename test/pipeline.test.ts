// The whole compiler: it returns a result for each input, and all findings are inside their files.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceFile } from '../src/compiler/source/index.ts';
import { compile, findings, page, view } from './compile.ts';

const sound = page(
  {
    js:
      'parameters:\n  - (limit)\n  - key: options\n    unwrap: true\n    properties:\n      - key: id\n' +
      '        type: Thing[]\n        description: (thing.id)\n',
    go: 'returns:\n  - key: Thing\n    type: "[]Thing"\n    description: >\n      Several\n      [lines](/b#c).\n',
  },
  {
    descriptions: 'thing:\n  id: |\n    The `id`.\n\n    - one\n',
    body:
      '# Thing\n\nText <Unknown a="b">more</Unknown> {1}.\n\n<CodeBlock file="x" referenceId="thing" />\n\n' +
      '```js\ncode\n```\n',
  },
);

/** Pieces of YAML, Markdown, MDX and Unicode that break a page. */
const pieces = fc.constantFrom(
  '---\n',
  '- ',
  ': ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '<',
  '/>',
  '</X>',
  '`',
  '```\n',
  '|',
  '>',
  '&a ',
  '*a ',
  '!!',
  '\t',
  '\r',
  '\0',
  '\ufeff',
  '\u2028',
  '\ud800',
  '__proto__: ',
  '(a.b)',
  '  ',
  '\n\n',
  '# ',
  'import x from "y"\n',
  '<!--',
  '{{',
  '$',
  '%',
  '@',
);

const mutated = fc
  .array(fc.tuple(fc.nat(sound.length), fc.nat(20), fc.array(pieces, { maxLength: 3 })), { minLength: 1, maxLength: 6 })
  .map((cuts) =>
    cuts.reduce((text, [at, length, put]) => text.slice(0, at) + put.join('') + text.slice(at + length), sound),
  );

test('a broken page gives findings with ranges inside their files; the order of files has no effect', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async (text) => {
      const files = { 'a.mdx': text, 'b.mdx': '# B\n\n## C\n' };
      const compilation = compile(files);
      for (const { source, range, related } of compilation.diagnostics) {
        for (const place of [{ source, range }, ...related]) expect(isInside(place.source, place.range)).toBe(true);
      }
      const reversed = compile(Object.fromEntries(Object.entries(files).toReversed()));
      expect(findings(reversed)).toEqual(findings(compilation));
      for (const language of compilation.resolved.site.languages) await view(compilation, 'a', language.id);
      expect(compilation.resolved.pages.has('b')).toBe(true);
    }),
    { numRuns: 100 },
  );
}, 180_000);

function isInside(source: SourceFile | undefined, range: { start: number; end: number } | undefined): boolean {
  if (source === undefined || range === undefined) return source === undefined || range === undefined;
  return range.start >= 0 && range.start <= range.end && range.end <= source.text.length;
}

test('the page before its mutations has no findings', () => {
  expect(
    findings(
      compile({
        'a.mdx': sound,
        'b.mdx': '# B\n\n## C\n',
        'c.mdx': '---\nreference: { js: [{ key: limit, type: number }] }\n---\n# C\n',
      }),
    ),
  ).toEqual(['warning no-samples .', 'warning unknown-component a.mdx:33:6']);
});

test('compiling twice gives the same findings', () => {
  const files = { 'a.mdx': sound.replace('(thing.id)', '(thing.idd)'), 'b.mdx': '# B\n' };
  expect(findings(compile(files))).toEqual(findings(compile(files)));
});

test('an unclosed tag before an underlined heading gives a finding, and no assertion of the parser fails', () => {
  expect(findings(compile({ 'site.yaml': 'title: T\n', 'a.mdx': 'Text <Unknown>---\n---\nmore</Unknown>\n' }))).toEqual(
    ['error mdx-syntax a.mdx:1:6'],
  );
});
