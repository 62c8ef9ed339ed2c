// Lines of a text, and points of the nodes of a tree.

import type { Node } from 'mdast';

export type Position = NonNullable<Node['position']>;
export type Point = Position['start'];

/** Knows the line that a reader is in. Asked for offsets in rising order, without going back over a line break. */
export class Lines {
  #line: number;
  #start: number;
  #last: Point | undefined;
  #lastPosition: Position | undefined;

  /**
   * @param line number of the current line, from 1
   * @param start its offset
   */
  constructor(line = 1, start = 0) {
    this.#line = line;
    this.#start = start;
  }

  /** Begins the next line. */
  beginAt(offset: number): void {
    this.#line++;
    this.#start = offset;
    this.#last = undefined;
  }

  /** The point of an offset in the current line. Columns count UTF-16 units from 1. Nodes may share points. */
  pointAt(offset: number): Point {
    if (this.#last?.offset === offset) return this.#last;
    return (this.#last = { line: this.#line, column: offset - this.#start + 1, offset });
  }

  /** The position between two points. A text that is alone in its paragraph, and its parents, share a position. */
  between(start: Point, end: Point): Position {
    const last = this.#lastPosition;
    if (last?.start === start && last.end === end) return last;
    return (this.#lastPosition = { start, end });
  }
}

/** The end of the line that an offset is in, without its line break. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Whether the line that ends at an offset is the last one, or the line after it is empty. */
export function isBeforeEmpty(text: string, end: number): boolean {
  return end + 1 >= text.length || text.charCodeAt(end + 1) === 0x0a;
}
