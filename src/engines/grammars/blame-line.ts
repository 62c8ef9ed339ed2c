// Finds the line whose removal makes the code parse. tree-sitter recovers from a mistake, and may report it several
// lines away.

import type { SampleGrammar } from '../../compiler/languages/index.ts';
import type { SyntaxFault } from '../../compiler/model/index.ts';
import { findTreeFault } from './tree-faults.ts';
import { parseTree } from './tree-sitter.ts';

/** Longer samples are not searched: each line costs a parse. */
const maxLines = 200;
const longestText = 20_000;

/** Moves a fault that the grammar reported to the line that causes it. */
export async function blameLine(text: string, grammar: SampleGrammar, reported: SyntaxFault): Promise<SyntaxFault> {
  const lines = text.split('\n');
  if (lines.length > maxLines || text.length > longestText) return reported;
  const reportedLine = text.slice(0, reported.range.start).split('\n').length - 1;
  // Tries the reported line first, then the nearest lines.
  const order = lines
    .map((_, line) => line)
    .sort((a, b) => Math.abs(a - reportedLine) - Math.abs(b - reportedLine) || a - b);
  for (const line of order) {
    const written = lines[line]!;
    // Without `<?php`, tree-sitter reads PHP as HTML text, which is always valid.
    if (written.trim() === '' || written.includes('<?')) continue;
    const rest = lines.with(line, withoutCode(written)).join('\n');
    if (!(await isValid(rest, grammar))) continue;
    if (Math.abs(line - reportedLine) <= 1) return reported;
    const start = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
    const code = written.trim();
    const from = start + written.indexOf(code);
    return { problem: 'this line does not fit', range: { start: from, end: from + code.length } };
  }
  return reported;
}

/** Replaces a line by blanks, except for brackets that match brackets on other lines. */
function withoutCode(line: string): string {
  const open: number[] = [];
  const kept = new Set<number>();
  for (const [i, character] of [...line].entries()) {
    if ('([{'.includes(character)) open.push(i);
    else if (')]}'.includes(character) && open.pop() === undefined) kept.add(i);
  }
  for (const i of open) kept.add(i);
  return [...line].map((character, i) => (kept.has(i) ? character : ' ')).join('');
}

async function isValid(text: string, grammar: SampleGrammar): Promise<boolean> {
  const tree = await parseTree(text, grammar);
  if (tree === undefined) return false;
  try {
    return findTreeFault(tree, grammar) === undefined;
  } finally {
    tree.delete();
  }
}
