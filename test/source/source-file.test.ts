import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineIndex, pointAt, type SourceFile } from '../../src/compiler/source/index.ts';

const file = (text: string): SourceFile => ({ path: 'page.mdx', text });

test.each([
  ['the first character', 'abc', 0, 1, 1],
  ['the end of the text', 'abc', 3, 1, 4],
  ['behind a line feed', 'a\nb', 2, 2, 1],
  ['behind a carriage return and line feed', 'a\r\nb', 3, 2, 1],
  ['behind a lone carriage return', 'a\rb', 2, 2, 1],
  ['behind an astral character, which is one column', '\u{1f600}b', 2, 1, 2],
  ['behind a combining mark, which is a column of its own', 'e\u0301b', 2, 1, 3],
  ['beyond the end', 'ab', 99, 1, 3],
])('pointAt %s', (_name, text, offset, line, column) => {
  expect(pointAt(file(text), offset)).toEqual({ line, column });
});

test('lineText omits the line break', () => {
  expect([1, 2, 3, 4].map((line) => new LineIndex().lineText(file('a\r\nb\nc'), line))).toEqual(['a', 'b', 'c', '']);
});

/** Text of short lines with all kinds of line endings and characters outside the basic plane. */
const texts = fc
  .array(fc.constantFrom('a', ' ', '\n', '\r\n', '\r', 'é', '\u{1f600}', '\u2028', '\ud800'), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('converting an offset to a point and back gives the offset, at every character', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (let offset = 0; offset <= text.length; offset++) {
        const isInsidePair =
          /[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? '');
        if (isInsidePair || (text[offset] === '\n' && text[offset - 1] === '\r')) continue;
        expect(new LineIndex().offsetAt(file(text), pointAt(file(text), offset))).toBe(offset);
      }
    }),
  );
});
