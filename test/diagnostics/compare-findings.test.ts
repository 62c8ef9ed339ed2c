// Which findings are new and which are fixed after a change.

import { expect, test } from 'vitest';
import { compareFindings } from '../../src/compiler/diagnostics/index.ts';
import { compile } from '../compile.ts';

/** Compares the findings of two texts of a page, by the names of their unknown keys. */
function compare(before: string, after: string): { added: readonly string[]; fixed: readonly string[] } {
  const findingsOf = (keys: string) => compile({ 'index.mdx': `---\n${keys}---\n# Home\n` }).diagnostics;
  const { added, fixed } = compareFindings(findingsOf(before), findingsOf(after));
  const nameOf = ({ message }: { message: string }): string => /`(\w+)`/.exec(message)![1]!;
  return { added: added.map(nameOf), fixed: fixed.map(nameOf) };
}

test('a finding that has moved to another line is neither new nor fixed', () => {
  expect(compare('titel: x\n', '# a comment\n\ntitel: x\n')).toEqual({ added: [], fixed: [] });
});

test('a finding whose line has changed stays the same finding', () => {
  expect(compare('titel: x\n', 'titel: another text\n')).toEqual({ added: [], fixed: [] });
});

test('names new and fixed findings in their order', () => {
  const changes = compare('titel: x\nkeep: x\ndescripton: x\n', 'keep: x\nlayot: x\nzeta: x\n');
  expect(changes).toEqual({ added: ['layot', 'zeta'], fixed: ['titel', 'descripton'] });
});

test('of equal findings, only those beyond the earlier number are new, and none twice', () => {
  const [finding] = compile({ 'index.mdx': '---\ntitel: x\n---\n# Home\n' }).diagnostics;
  const equal = (count: number) => Array.from({ length: count }, () => ({ ...finding! }));
  expect(compareFindings(equal(1), equal(3)).added).toHaveLength(2);
  expect(compareFindings(equal(3), equal(1)).fixed).toHaveLength(2);
  expect(compareFindings([], [])).toEqual({ added: [], fixed: [] });
});
