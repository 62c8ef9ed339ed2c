// Colours of code: their short encoding, which fits only its own code, and the same colours from several threads.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeTokens, highlightCodes } from '../../src/engines/index.ts';
import { encodeTokens } from '../../src/engines/encoded-tokens.ts';

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
  test('may be an empty list', async () => {
    expect(await highlightCodes([])).toEqual([]);
  });
});
