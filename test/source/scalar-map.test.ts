// Compares the map with the YAML library: in each style of a value, each of its characters is found at its place in the
// source.

import fc from 'fast-check';
import { Document, isScalar, parseDocument, Scalar, type YAMLMap } from 'yaml';
import { describe, expect, test } from 'vitest';
import { mapScalar, toSourceRange, type ScalarSource, type ScalarStyle } from '../../src/compiler/source/scalar-map.ts';

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single-quoted',
  QUOTE_DOUBLE: 'double-quoted',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** The scalar at `key` of a document, as the compiler reads it. */
function scalarOf(text: string): ScalarSource {
  const node = (parseDocument(text).contents as YAMLMap).get('key', true);
  if (!isScalar(node)) throw new Error('no scalar');
  return {
    style: styles[node.type ?? 'PLAIN']!,
    range: { start: node.range![0], end: node.range![1] },
    value: String(node.value),
  };
}

/** The source of a part of the value. */
function sourceOf(text: string, part: string): string {
  const scalar = scalarOf(text);
  const start = scalar.value.indexOf(part);
  expect(start).toBeGreaterThanOrEqual(0);
  const range = toSourceRange(text, mapScalar(text, scalar), start, start + part.length);
  return text.slice(range.start, range.end);
}

describe('a part of a value is found in its source', () => {
  test.each([
    ['plain', 'key: see /a/b now', '/a/b', '/a/b'],
    ['plain over two lines', 'key: see\n  /a/b now', '/a/b', '/a/b'],
    ['single quotes', "key: 'it''s /a/b'", '/a/b', '/a/b'],
    ['a doubled quote itself', "key: 'it''s'", "'", "''"],
    ['double quotes behind escapes', 'key: "\\u00e9\\t\\x41 /a/b"', '/a/b', '/a/b'],
    ['an escape itself', 'key: "a\\u00e9b"', 'é', '\\u00e9'],
    ['an astral escape', 'key: "\\U0001f600 /a/b"', '/a/b', '/a/b'],
    ['an escaped line break', 'key: "one \\\n  /a/b"', '/a/b', '/a/b'],
    ['folded quotes', 'key: "one\n\n  two\n  /a/b"', '/a/b', '/a/b'],
    ['a literal block', 'key: |\n  one\n    two\n  /a/b\n', '/a/b', '/a/b'],
    ['a literal block with indentation indicator', 'key: |2\n    one\n  /a/b\n', '/a/b', '/a/b'],
    ['a folded block', 'key: >\n  one\n  two\n\n\n  /a/b\n', '/a/b', '/a/b'],
    ['a folded block with a more indented line', 'key: >-\n  one\n\n    two\n\n  /a/b\n', '/a/b', '/a/b'],
    ['a folded block in CRLF', 'key: >\r\n  one\r\n\r\n  /a/b\r\n', '/a/b', '/a/b'],
    ['a block with spaces on its blank lines', 'key: |\n  one\n     \n  /a/b\n', '/a/b', '/a/b'],
  ])('%s', (_name, text, part, expected) => {
    expect(sourceOf(text, part)).toBe(expected);
  });
});

const words = fc.constantFrom(
  'a',
  'b:c',
  "it's",
  '"q"',
  '# x',
  '- y',
  'é',
  '\u{1f600}',
  '  ',
  '\n',
  '\n\n',
  '\\',
  '*z',
);
const values = fc.array(words, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '));

test.each(['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const)(
  'in style %s every character of a value maps to itself, to an escape, or to white space',
  (type) => {
    fc.assert(
      fc.property(values, fc.constantFrom(20, 80, 0), (value, lineWidth) => {
        const node = new Scalar(value);
        node.type = type;
        const text = new Document({ key: node }).toString({ lineWidth });
        const scalar = scalarOf(text);
        const map = mapScalar(text, scalar);
        expect(map.length).toBe(scalar.value.length + 1);
        for (let i = 0; i < scalar.value.length; i++) {
          const [wanted, found] = [scalar.value[i]!, text[map[i]!]!];
          const isAsWritten = found === wanted || found === '\\' || (/\s/.test(found) && /\s/.test(wanted));
          if (!isAsWritten)
            throw new Error(`${JSON.stringify(text)}: ${i} ${JSON.stringify(wanted)} is at ${JSON.stringify(found)}`);
          if (i > 0) expect(map[i]!).toBeGreaterThanOrEqual(map[i - 1]!);
        }
      }),
    );
  },
);
