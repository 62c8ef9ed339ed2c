// The highlighter of the dev server colours as a build does, also after it has closed grammars.

import { expect, test } from 'vitest';
import { highlightCodes, WarmHighlighter } from '../../src/engines/index.ts';

test('gives the colours of a build, in the order of the codes, also when calls overlap', async () => {
  const grammars = ['json', 'yaml', 'http', 'diff', 'ini', 'csv'];
  const codes = grammars.map((grammar) => ({ grammar, text: `{ "a": 1 }\n# ${grammar}\nkey: x\n` }));
  const warm = new WarmHighlighter();
  const expected = await highlightCodes(codes, 1);
  const [first, second] = await Promise.all([warm.colour(codes), warm.colour(codes.toReversed())]);
  expect(first).toEqual(expected);
  expect(second).toEqual(expected.toReversed());
});
