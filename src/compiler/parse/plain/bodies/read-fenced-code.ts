// Plain fenced code of a body: its marks are at the left margin, and its first line has no escapes and entities.

import { giveUp } from '../give-up.ts';
import { endOfLine, isBeforeEmpty, Lines } from '../markdown/points.ts';
import type { PlainBlock } from './read-blocks.ts';

const opening = /(`{3,})(?:([^\s`&\\]+)(?: +([^`&\\\s](?:[^`&\\\t\n]*[^`&\\\s])?))?)?\n/y;
/** In MDX, where no code is indented, marks close code at any indentation. Such code is not plain, in Markdown too. */
const closing = /^[ \t]*(`{3,})[ \t]*$/;

/** One instance per text. */
export class FencedCodeReader {
  readonly #text: string;
  /** Backticks of the shortest fence that has no end in the rest of the text. */
  #unclosed = Infinity;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads the code whose marks are at an offset. Gives up at other text, and if the line after it is not empty. */
  read(start: number, line: number): PlainBlock {
    opening.lastIndex = start;
    const [before, fence, lang = null, meta = null] = opening.exec(this.#text) ?? giveUp();
    const inner = start + before.length;
    const last = this.#findClosing(inner, line + 1, fence!.length);
    const end = endOfLine(this.#text, last.start);
    if (this.#text.slice(last.start, end) !== fence || !isBeforeEmpty(this.#text, end)) giveUp();
    const value = this.#text.slice(inner, Math.max(last.start - 1, inner));
    const position = {
      start: new Lines(line, start).pointAt(start),
      end: new Lines(last.line, last.start).pointAt(end),
    };
    return { node: { type: 'code', lang, meta, value, position }, ...position };
  }

  /** The first line at or after a line that closes code. */
  #findClosing(inner: number, line: number, length: number): { readonly start: number; readonly line: number } {
    // Without this, many fences without an end would each be read to the end of the text.
    if (length >= this.#unclosed) giveUp();
    for (let start = inner; start < this.#text.length; line++) {
      const end = endOfLine(this.#text, start);
      const marks = closing.exec(this.#text.slice(start, end))?.[1];
      if (marks !== undefined && marks.length >= length) return { start, line };
      start = end + 1;
    }
    this.#unclosed = length;
    return giveUp();
  }
}
