// A text file of a content folder, and the conversion of its offsets to lines and columns. Stele uses UTF-16 offsets
// everywhere; points are only for people and tools.

/** A text file, decoded from UTF-8, without a byte order mark. */
export interface SourceFile {
  /** Path relative to the content folder, with `/`; diagnostics show it. */
  readonly path: string;
  readonly text: string;
}

/** A half-open range of a file's text, in UTF-16 offsets: `start` is included, `end` is not. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place for people: line and column from 1, columns in code points. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/** Converts offsets to points and back. It finds the lines of each file only once. */
export class LineIndex {
  readonly #starts = new Map<SourceFile, readonly number[]>();

  /** The point of an offset; an offset outside the text counts as the nearest end. */
  pointAt(file: SourceFile, offset: number): Point {
    const at = Math.min(Math.max(offset, 0), file.text.length);
    const starts = this.#startsOf(file);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: countCodePoints(file.text, starts[low]!, at) + 1 };
  }

  /** The offset of a point: the inverse of `pointAt`. A column past the end of its line is the line's end. */
  offsetAt(file: SourceFile, point: Point): number {
    const starts = this.#startsOf(file);
    const line = Math.min(Math.max(point.line, 1), starts.length);
    const end = starts[line] ?? file.text.length;
    let offset = starts[line - 1]!;
    for (let left = point.column - 1; left > 0 && offset < end; left--) {
      offset += isHighSurrogateAt(file.text, offset) ? 2 : 1;
    }
    return Math.min(offset, end);
  }

  /** The text of a line (counted from 1) without its line ending. */
  lineText(file: SourceFile, line: number): string {
    const starts = this.#startsOf(file);
    const start = starts[line - 1];
    if (start === undefined) return '';
    return file.text.slice(start, starts[line] ?? file.text.length).replace(/[\r\n]+$/, '');
  }

  #startsOf(file: SourceFile): readonly number[] {
    const starts = this.#starts.get(file) ?? findLineStarts(file.text);
    this.#starts.set(file, starts);
    return starts;
  }
}

/**
 * The line and column of an offset in a file's text. An offset outside of the text counts as the nearest end.
 * @param file a file with its text, such as the `source` of a diagnostic
 * @param offset in UTF-16 units, such as the `start` of a range
 * @example
 * import { pointAt } from 'stele';
 *
 * const { line, column } = pointAt({ path: 'a.mdx', text: '# A\n\nText\n' }, 5);
 * console.log(`${line}:${column}`); // 3:1
 */
export function pointAt(file: SourceFile, offset: number): Point {
  return new LineIndex().pointAt(file, offset);
}

/** Offsets at which the lines of a text start. `\n`, `\r\n` and a lone `\r` end a line, as in editors. */
function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

function countCodePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    if (isHighSurrogateAt(text, i) && i + 1 < end) i++;
    count++;
  }
  return count;
}

function isHighSurrogateAt(text: string, offset: number): boolean {
  const high = text.charCodeAt(offset);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(offset + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}
