// The languages of `site.yaml`: their grammars and extensions.

import { expect, test } from 'vitest';
import { compile } from '../compile.ts';

const found = (language: string) => {
  const { resolved, diagnostics } = compile({
    'site.yaml': `title: T\nlanguages:\n  - ${language}\n`,
    'index.mdx': '# T\n',
  });
  return {
    language: resolved.site.languages[0],
    reported: diagnostics.map(({ code, message, hint }) => `${code}: ${message} ${hint}`),
  };
};

test.each([
  ['kotlin', 'kotlin'],
  ['golang', 'go'],
  ['Rust', 'rust'],
  ['text', 'text'],
])('accepts a grammar by each name that a code fence accepts: %s', (name, grammar) => {
  const { language, reported } = found(`{ id: own, grammar: ${name} }`);
  expect([language?.grammar, reported]).toEqual([grammar, []]);
});

test('reports an unknown grammar with the nearest name', () => {
  expect(found('{ id: own, grammar: kotlinn }').reported).toEqual([
    'wrong-type: `grammar` must be the name of a grammar that Shiki has; here it is `kotlinn`. Did you mean `kotlin`?',
  ]);
});

test.each([
  ['kt', '.kt'],
  ['"*.kt"', '.kt'],
])('reports an extension without its dot, with the text to write: %s', (written, right) => {
  expect(found(`{ id: own, extensions: [${written}] }`).reported).toEqual([
    expect.stringContaining(`Write \`${right}\`.`),
  ]);
});
