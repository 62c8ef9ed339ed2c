// A Markdown table → the table to draw.

import type { Node, Parent } from 'mdast';
import { wordsOf } from '../../../compiler/model/index.ts';

/**
 * Puts a table into a container that scrolls sideways if the table is too wide. Alignment becomes classes: an `align`
 * attribute would become a `style`, which a strict content security policy blocks.
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
      // Screen readers would announce an empty header cell, so an empty corner is a normal cell.
      const isCorner = number === 0 && (cell as Parent).children.length === 0;
      return { ...cell, data: isCorner ? { ...look, hName: 'td' } : look };
    }),
  }));
  const place = { className: ['table-place'], ...(mayBeWide(rows) ? { tabIndex: 0 } : {}) };
  const data = { hName: 'div', hProperties: place };
  return { type: 'tablePlace', data, children: [{ ...table, align: undefined, children: rows }] } as Node;
}

/** Largest `colspan` in HTML. */
const maxSpan = 1000;

/**
 * Gives all rows the head's number of cells, as GFM requires: extra cells are dropped, missing ones are empty. One
 * empty cell spans all missing columns: with a cell for each, a small text could require millions of cells.
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
  const data = columns === 1 ? undefined : { hProperties: { colSpan: Math.min(columns, maxSpan) } };
  return { type: 'tableCell', children: [], ...(data && { data }) };
}

/** Number of letters that fit in a row on the narrowest screens, with the space between columns. */
const narrowest = 24;
/** Minimum width of a column after the first. */
const leastColumn = 9;

function longestWord(words: string): number {
  return words.split(/\s+/).reduce((longest, { length }) => Math.max(longest, length), 0);
}

/**
 * Whether a table may be wider than its container and scroll: then it must be reachable by keyboard. The first column
 * has names, which do not break; the width of other columns is that of their longest word.
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
