// Colours of code: their short encoding, which fits only its own code, and the same colours from several threads.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeTokens, highlightCodes } from '../../src/engines/index.ts';
import { encodeTokens } from '../../src/engines/encoded-tokens.ts';

const codes = [
  { text: 'const a = "<b>";\n\n// c', grammar: 'typescript' },
  { text: 'puts 1', grammar: 'ruby' },
  { text: 'anything', grammar: 'nobody-knows' },
  { text: '', grammar: 'ruby' },
  { text: '{ "a": [1] }', grammar: 'json' },
  { text: 'x = "é𝒳"\n\ty', grammar: 'python' },
];

test('decoding restores encoded tokens', () => {
  const word = fc.stringMatching(/^[^\r\n]{1,8}$/);
  const token = fc.oneof(
    word.map((text) => ({ text })),
    fc.record({ text: word, tone: fc.constantFrom('k', 's', 'c', 'f') }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(token, { maxLength: 5 }), { minLength: 1, maxLength: 6 }), (lines) => {
      const code = lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
      expect(decodeTokens(code, encodeTokens(lines))).toEqual(lines);
    }),
  );
});

test.each([
  ['of another code', 'puts 12', 'f4.2'],
  ['with one line too many', 'puts 1', 'f4.2|'],
  ['in another format', 'puts 1', '<b>6'],
  ['that are damaged', 'puts 1', 'f4.2x'],
  ['that are empty', 'puts 1', ''],
])('tokens %s are not decoded', (_name, code, encoded) => {
  expect(decodeTokens(code, encoded)).toBeUndefined();
});

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

  test('may be an empty list', async () => {
    expect(await highlightCodes([])).toEqual([]);
  });
});
