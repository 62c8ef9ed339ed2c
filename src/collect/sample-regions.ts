// A sample's file → what readers see of it: the text without markers, and each of its regions (format.md 6).
// A region is what stands between the comments `region NAME` and `endregion`.

export interface SampleText {
  /** The whole file without the lines of markers. */
  readonly text: string;
  /** Regions by name, indented as if they stood alone. */
  readonly regions: ReadonlyMap<string, string>;
}

/** Cuts a file. A region without an end goes to the end of the file. */
export function cutRegions(text: string, extension: string): SampleText {
  const marker = markerOf(extension);
  if (marker === undefined || !text.includes('region')) return { text, regions: new Map() };
  const shown: string[] = [];
  const open: { readonly name: string; readonly lines: string[] }[] = [];
  const regions = new Map<string, string>();
  const close = (): void => {
    const region = open.pop();
    if (region && !regions.has(region.name)) regions.set(region.name, withoutIndent(region.lines));
  };
  for (const line of text.split('\n')) {
    const match = marker.exec(line.trimEnd());
    if (match === null) {
      shown.push(line);
      for (const { lines } of open) lines.push(line);
    } else if (match.groups!['end'] !== undefined) {
      close();
    } else {
      open.push({ name: match.groups!['name'] ?? '', lines: [] });
    }
  }
  while (open.length > 0) close();
  return { text: shown.join('\n'), regions };
}

/** How a comment of one line opens and closes, by extension; of several openings each will do. JSON has none. */
const comments: Readonly<Record<string, readonly [opening: string, closing: string] | undefined>> = {
  '.sh': ['#', ''],
  '.py': ['#', ''],
  '.rb': ['#', ''],
  '.yaml': ['#', ''],
  '.http': ['#', ''],
  '.txt': ['#', ''],
  '.php': ['(?://|#)', ''],
  '.html': ['<!--', '-->'],
  '.xml': ['<!--', '-->'],
  '.css': ['\\/\\*', '\\*\\/'],
  '.json': undefined,
};

/** Matches the line of a marker. Languages that are not named comment with `//`, as most do. */
function markerOf(extension: string): RegExp | undefined {
  const comment = Object.hasOwn(comments, extension) ? comments[extension] : (['//', ''] as const);
  if (comment === undefined) return undefined;
  const [opening, closing] = comment;
  return new RegExp(`^\\s*${opening}\\s*(?:(?<end>endregion)\\b.*|region\\s+(?<name>[\\w.-]+)\\s*)${closing}$`);
}

function withoutIndent(lines: readonly string[]): string {
  const depths = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)![0].length);
  const depth = Math.min(...depths, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(Math.min(depth, line.length))).join('\n').replace(/^\n+|\n+$/g, '');
}
