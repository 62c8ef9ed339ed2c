// A Markdown table → the table as it is drawn.

import type { Node, Parent } from 'mdast';
import { wordsOf } from './words-of.ts';

/**
 * A table in a place of its own, in which it moves sideways where it is too wide.
 * Aligned columns become classes: an `align` attribute would be drawn as a `style`, which a strict policy refuses.
 */
export function decideTable(
  table: Parent & { align?: readonly (string | null)[] },
  childrenOf: (node: Node) => Node[],
): Node {
  const align = table.align ?? [];
  const rows = evenRows(childrenOf(table) as Parent[]).map((row, number) => ({
    ...row,
    children: row.children.map((cell, i) => {
      const classes = align[i] ? { className: [`align-${align[i]}`] } : undefined;
      const look = classes || cell.data ? { hProperties: { ...cell.data?.hProperties, ...classes } } : {};
      // A header without words would be announced as one: an empty corner is a cell like others.
      const isCorner = number === 0 && (cell as Parent).children.length === 0;
      return { ...cell, data: isCorner ? { ...look, hName: 'td' } : look };
    }),
  }));
  const place = { className: ['table-place'], ...(mayBeWide(rows) ? { tabIndex: 0 } : {}) };
  const data = { hName: 'div', hProperties: place };
  return { type: 'tablePlace', data, children: [{ ...table, align: undefined, children: rows }] } as Node;
}

/** The most columns that a cell of HTML spans. */
const mostSpan = 1000;

/**
 * Rows as wide as the head. GFM leaves out the cells beyond it and draws the missing ones empty. One empty cell spans all
 * that a row lacks: with a cell for each, a small text could ask for millions of them.
 */
function evenRows(rows: readonly Parent[]): readonly Parent[] {
  const columns = rows[0]?.children.length ?? 0;
  return rows.map((row) => {
    const missing = columns - row.children.length;
    if (missing <= 0) return { ...row, children: row.children.slice(0, columns) };
    return { ...row, children: [...row.children, emptyCell(missing)] };
  });
}

function emptyCell(columns: number): Parent['children'][number] {
  const data = columns === 1 ? undefined : { hProperties: { colSpan: Math.min(columns, mostSpan) } };
  return { type: 'tableCell', children: [], ...(data && { data }) };
}

/** Letters that certainly fit side by side on the narrowest screens, with the space between columns. */
const narrowest = 24;
/** What a column behind the first takes at least. */
const leastColumn = 9;

function longestWord(words: string): number {
  return words.split(/\s+/).reduce((longest, { length }) => Math.max(longest, length), 0);
}

/**
 * Whether a table may be wider than its place, and move sideways: then the keyboard must reach it. The first column is
 * names, which do not break; of the others the longest word decides.
 */
function mayBeWide(rows: readonly Parent[]): boolean {
  const widths: number[] = [];
  for (const { children } of rows) {
    for (const [i, cell] of (children as Node[]).entries()) {
      const words = wordsOf(cell);
      const own = i === 0 ? words.length : Math.max(leastColumn, longestWord(words));
      widths[i] = Math.max(widths[i] ?? 0, own);
    }
  }
  return widths.reduce((sum, width) => sum + width, 0) > narrowest;
}
