// Colours of many codes, from one thread and from several.

import { describe, expect, test } from 'vitest';
import { decodeTokens, highlightCodes } from '../../src/engines/index.ts';

const codes = [
  { text: 'const a = "<b>";\n\n// c', grammar: 'typescript' },
  { text: 'puts 1', grammar: 'ruby' },
  { text: 'anything', grammar: 'nobody-knows' },
  { text: '', grammar: 'ruby' },
  { text: '{ "a": [1] }', grammar: 'json' },
  { text: 'x = "é𝒳"\n\ty', grammar: 'python' },
];

describe('many codes', () => {
  test('have the same colours in the same order from one thread and from several', async () => {
    const one = await highlightCodes(codes, 1);
    expect(await highlightCodes(codes, 3)).toEqual(one);
    expect(one).toHaveLength(codes.length);
    for (const [i, { text }] of codes.entries()) expect(decodeTokens(text, one[i]!)).toBeDefined();
  });

  test('do not affect the colours of each other', async () => {
    const mdx = { text: '# Door\n\n<Card title="Open" />\n\n```js\nconst door = 1;\n```', grammar: 'mdx' };
    const [alone] = await highlightCodes([mdx], 1);
    expect(alone).toMatch(/t5/);
    const others = ['tsx', 'javascript', 'markdown', 'yaml', 'html', 'vue'].map((grammar) => ({ text: 'a', grammar }));
    expect((await highlightCodes([...others, mdx, ...codes], 1))[others.length]).toBe(alone);
  });
});
