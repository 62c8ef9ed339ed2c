// The text of a body → its plain blocks: paragraphs, headings and fenced code that are read without the parser.
//
// A block is at the left margin, between blank lines. Whether it is a block of the page, and not a part of a longer
// construct, is only known when the rest has been parsed (`parse-around-plain-blocks.ts`).

import { unlessGivenUp } from '../give-up.ts';
import { Lines } from '../markdown/points.ts';
import { FencedCodeReader } from './read-fenced-code.ts';
import { endOfLine, readHeading, readParagraph, type PlainBlock } from './read-blocks.ts';

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
      if (block === undefined) isAfterBlank = this.#skipLine(this.#text.slice(start, end));
      else {
        blocks.push(block);
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
      return this.#text.startsWith('#', start)
        ? readHeading(this.#text, start, end, lines)
        : readParagraph(this.#text, start, lines);
    });
  }

  /** Notes whether a line that is not plain opens or closes code. Returns whether it is blank. */
  #skipLine(line: string): boolean {
    const [, marks, info] = /^\s*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (this.#fence === undefined) this.#fence = marks;
    else if (marks?.startsWith(this.#fence) && info!.trim() === '') this.#fence = undefined;
    return line.trim() === '';
  }
}
