// Counts the cells in the text of a row of a Markdown table.

/** Number of cells of a row, by GitHub's rules: `\|` is a character, and a `|` at either end does not add a cell. */
export function countCells(row: string): number {
  const inside = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inside.split(/(?<!\\)\|/).length;
}
