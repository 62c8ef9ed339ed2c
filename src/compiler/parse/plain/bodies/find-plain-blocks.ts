// The text of a body → its plain blocks: paragraphs, headings, lists, fenced code, and others that are read without the
// parser.
//
// A block is at the left margin, between blank lines. Whether it is a block of the page, and not a part of a longer
// construct, is only known when the rest has been parsed (`parse-around-plain-blocks.ts`).

import { unlessGivenUp } from '../give-up.ts';
import { findItem } from '../markdown/line-starts.ts';
import { endOfLine, Lines } from '../markdown/points.ts';
import { FencedCodeReader } from './read-fenced-code.ts';
import { readBodyList, readBreak, readHeading, readParagraph, readQuote, type PlainBlock } from './read-blocks.ts';

/** Finds the plain blocks of a body, in its order. */
export function findPlainBlocks(text: string): readonly PlainBlock[] {
  // The parser replaces these characters, or reads them as line breaks.
  return /[\r\0]/.test(text) ? [] : new BlockFinder(text).find();
}

/** One instance per text. */
class BlockFinder {
  readonly #text: string;
  readonly #code: FencedCodeReader;
  /** The marks that opened the code that the current line is in. */
  #fence: string | undefined;
  /** Whether a list or quote may be open: a following item may belong to it, and a quote may change its end. */
  #mayBeInContainer = false;

  constructor(text: string) {
    this.#text = text;
    this.#code = new FencedCodeReader(text);
  }

  find(): readonly PlainBlock[] {
    const blocks: PlainBlock[] = [];
    let isAfterBlank = true;
    let line = 1;
    for (let start = 0; start < this.#text.length;) {
      const end = endOfLine(this.#text, start);
      const mayBegin = isAfterBlank && this.#fence === undefined && end > start;
      const block = mayBegin ? this.#readBlock(start, end, line) : undefined;
      if (block === undefined) isAfterBlank = this.#skipLine(this.#text.slice(start, end), isAfterBlank);
      else {
        blocks.push(block);
        this.#mayBeInContainer = block.node.type === 'list' || block.node.type === 'blockquote';
        isAfterBlank = false;
      }
      line = (block?.end.line ?? line) + 1;
      start = (block?.end.offset ?? end) + 1;
    }
    return blocks;
  }

  #readBlock(start: number, end: number, line: number): PlainBlock | undefined {
    return unlessGivenUp(() => {
      if (this.#text.startsWith('```', start)) return this.#code.read(start, line);
      const lines = new Lines(line, start);
      const sign = this.#text.charAt(start);
      if (sign === '#') return readHeading(this.#text, start, end, lines);
      const isItem = findItem(this.#text, start) !== undefined;
      if ((isItem || sign === '>') && this.#mayBeInContainer) return undefined;
      if (isItem) return readBodyList(this.#text, start, lines);
      if (sign === '>') return readQuote(this.#text, start, end, lines);
      return sign === '-' ? readBreak(this.#text, start, end, lines) : readParagraph(this.#text, start, lines);
    });
  }

  /** Notes whether a line that is not plain opens or closes code, lists and quotes. Returns whether it is blank. */
  #skipLine(line: string, isAfterBlank: boolean): boolean {
    const [, marks, info] = /^\s*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (this.#fence === undefined) this.#fence = marks;
    else if (marks?.startsWith(this.#fence) && info!.trim() === '') this.#fence = undefined;
    const isBlank = line.trim() === '';
    // A tag at the left margin closes all lists and quotes, and opens none.
    if (!isBlank) this.#mayBeInContainer = !(isAfterBlank && line.startsWith('<'));
    return isBlank;
  }
}
