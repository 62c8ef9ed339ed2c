// Measurements → text and columns for a terminal.

/** Columns padded to their widest cell; the first one left-aligned, the others right. Ends with a line break. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widthOf = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = Array.from({ length: count }, (_, column) => widthOf(column));
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!);
  const line = (row: readonly string[]): string => row.map(pad).join('  ').trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** A number of bytes; `undefined` if the system cannot measure it. */
export function mebibytes(bytes: number | undefined): string {
  return bytes === undefined ? 'not measured' : `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}

/** The time of a build outside of its stages: starting Node, loading modules, swapping folders. */
export function restOf(milliseconds: number, stages: ReadonlyMap<string, number>): number {
  return milliseconds - [...stages.values()].reduce((sum, stage) => sum + stage, 0);
}
