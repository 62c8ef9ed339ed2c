// Which line is to blame where a grammar only says that something is wrong: the one without which all is well.
// tree-sitter goes on behind a mistake as best it can and may put it lines away; leaving lines out finds it again.

import type { SampleGrammar } from '../../compiler/languages/index.ts';
import type { SyntaxFault } from '../../compiler/model/index.ts';
import { findTreeFault } from './tree-faults.ts';
import { parseTree } from './tree-sitter.ts';

/** Longer samples are not searched: each line costs a parse. */
const mostLines = 200;
const longestText = 20_000;

/** The fault as the grammar tells it, moved to the line that causes it where that is another one. */
export async function blameLine(text: string, grammar: SampleGrammar, told: SyntaxFault): Promise<SyntaxFault> {
  const lines = text.split('\n');
  if (lines.length > mostLines || text.length > longestText) return told;
  const toldLine = text.slice(0, told.range.start).split('\n').length - 1;
  // The line that was told first, then the others from there outwards: the nearest culprit stands.
  const order = lines.map((_, line) => line).sort((a, b) => Math.abs(a - toldLine) - Math.abs(b - toldLine) || a - b);
  for (const line of order) {
    const written = lines[line]!;
    // Without its tag, PHP is the text of a page, in which nothing is wrong.
    if (written.trim() === '' || written.includes('<?')) continue;
    const rest = lines.with(line, withoutCode(written)).join('\n');
    if (!(await isSound(rest, grammar))) continue;
    if (Math.abs(line - toldLine) <= 1) return told;
    const start = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
    const code = written.trim();
    const from = start + written.indexOf(code);
    return { problem: 'this line does not fit', range: { start: from, end: from + code.length } };
  }
  return told;
}

/** A line as blanks, but for brackets whose partners stand on other lines. */
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

async function isSound(text: string, grammar: SampleGrammar): Promise<boolean> {
  const tree = await parseTree(text, grammar);
  try {
    return findTreeFault(tree, grammar) === undefined;
  } finally {
    tree.delete();
  }
}
