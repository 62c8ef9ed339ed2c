// Reads a text of Markdown with the quick reader and with the parser, and compares their trees.

import { expect } from 'vitest';
import { parseWithLibrary } from '../../../src/compiler/parse/markdown/parse-text.ts';
import { readPlainMarkdown } from '../../../src/compiler/parse/plain/index.ts';

/**
 * Expects the same tree from both, with no finding, unless the quick reader gives up. Returns whether it read the text.
 */
export function expectSameMarkdown(value: string): boolean {
  const quick = readPlainMarkdown(value);
  if (quick === undefined) return false;
  const found: string[] = [];
  const range = { start: 0, end: value.length };
  const { tree } = parseWithLibrary(
    { path: 'a.mdx', text: value },
    { kind: 'scalar', range, style: 'plain', value, type: 'string' },
    (code) => found.push(code),
  );
  expect(found, JSON.stringify(value)).toEqual([]);
  // The order of keys may differ.
  expect(quick, JSON.stringify(value)).toEqual(tree);
  return true;
}
