// Languages of `site.yaml`: the names of their grammars and extensions.

import { expect, test } from 'vitest';
import { compile } from '../compile.ts';

const found = (language: string) => {
  const { resolved, diagnostics } = compile({
    'site.yaml': `title: T\nlanguages:\n  - ${language}\n`,
    'index.mdx': '# T\n',
  });
  return {
    language: resolved.site.languages[0],
    said: diagnostics.map(({ code, message, hint }) => `${code}: ${message} ${hint}`),
  };
};

test.each([
  ['kotlin', 'kotlin'],
  ['golang', 'go'],
  ['Rust', 'rust'],
  ['text', 'text'],
])('a grammar may have any name that a fence may have: %s', (name, grammar) => {
  const { language, said } = found(`{ id: own, grammar: ${name} }`);
  expect([language?.grammar, said]).toEqual([grammar, []]);
});

test('an unknown grammar is reported with the nearest name', () => {
  expect(found('{ id: own, grammar: kotlinn }').said).toEqual([
    'wrong-type: `grammar` must be the name of a grammar that Shiki has; here it is `kotlinn`. Did you mean `kotlin`?',
  ]);
});

test.each([
  ['kt', '.kt'],
  ['"*.kt"', '.kt'],
])('an extension without its dot is reported with the text to write: %s', (written, right) => {
  expect(found(`{ id: own, extensions: [${written}] }`).said).toEqual([expect.stringContaining(`Write \`${right}\`.`)]);
});
