// The cells of one row of a Markdown table, counted in its text.

/** Number of cells of a row as GitHub reads it: `\|` is a character, and a `|` at either end opens no cell. */
export function countCells(row: string): number {
  const inside = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inside.split(/(?<!\\)\|/).length;
}
