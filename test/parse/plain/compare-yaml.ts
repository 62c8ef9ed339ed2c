// Reads a text of YAML with the quick reader and with the library, and compares the results.

import { expect } from 'vitest';
import { parseWithLibrary } from '../../../src/compiler/parse/yaml/parse-yaml.ts';
import { readPlainYaml } from '../../../src/compiler/parse/plain/index.ts';

/**
 * Expects the same data from both, with no finding, unless the quick reader gives up. Returns whether it read the text.
 * @param before text in front of the YAML, so that its offsets do not begin at 0
 */
export function expectSameYaml(yaml: string, before = ''): boolean {
  const file = { path: 'a.mdx', text: `${before}${yaml}---\nBody: [\n` };
  const range = { start: before.length, end: before.length + yaml.length };
  const quick = readPlainYaml(file.text, range);
  if (quick === undefined) return false;
  const found: string[] = [];
  const { root, isPartial } = parseWithLibrary(file, range, (code) => found.push(code));
  expect([found, isPartial], JSON.stringify(yaml)).toEqual([[], false]);
  expect(quick, JSON.stringify(yaml)).toStrictEqual(root);
  return true;
}

/** The frontmatter of a page; undefined if it has none. */
export function frontmatterOf(page: string): string | undefined {
  return /^---[ \t]*\r?\n([^]*?)^---[ \t]*$/m.exec(page)?.[1];
}
