// Plain Markdown → its tree, the same as the parser for Markdown with GFM gives.
//
// Plain are paragraphs, and lists of one-line items, with text, code, links and emphasis in their simplest forms.
// Everything else is left to the parser.

import type { List, Paragraph, Root, RootContent } from 'mdast';
import { giveUp, unlessGivenUp } from '../give-up.ts';
import { expectWords, findItem, type ItemStart } from './line-starts.ts';
import { endOfLine, Lines } from './points.ts';
import { readList } from './read-list.ts';
import { readPhrasing } from './read-phrasing.ts';

/** UTF-16 units of the longest text that is read. No text of this length exceeds a limit (`report-excess.ts`). */
const longest = 1400;

/**
 * Reads a text as Markdown, if it is plain.
 * @returns undefined if it is not: at the first thing that is not plain, the reader gives up
 */
export function readPlainMarkdown(text: string): Root | undefined {
  if (text.length > longest) return undefined;
  return unlessGivenUp(() => new Reader(text).read());
}

/** One instance per text. */
class Reader {
  readonly #text: string;
  readonly #lines = new Lines();
  /** Start of the next line. */
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Root {
    const start = this.#lines.pointAt(0);
    const children: RootContent[] = [];
    while (this.#at < this.#text.length) {
      if (this.#text.charCodeAt(this.#at) !== 0x0a) children.push(this.#readBlock(children.at(-1)));
      this.#goBehind(this.#at);
    }
    if (children.length === 0) giveUp();
    const position = this.#lines.between(start, this.#lines.pointAt(this.#text.length));
    return { type: 'root', children: children.slice(), position };
  }

  #readBlock(previous: RootContent | undefined): RootContent {
    const item = findItem(this.#text, this.#at);
    if (item === undefined) return this.#readParagraph();
    // After a blank line, the item would belong to the same list.
    if (previous?.type === 'list') giveUp();
    return this.#readList(item);
  }

  /** Reads the lines up to a blank line or a list item. */
  #readParagraph(): Paragraph {
    const start = this.#at;
    expectWords(this.#text, start);
    let end = endOfLine(this.#text, start);
    while (this.#isWordsAfter(end)) end = endOfLine(this.#text, end + 1);
    const from = this.#lines.pointAt(start);
    const children = readPhrasing(this.#text, start, end, this.#lines);
    this.#at = end;
    return { type: 'paragraph', children, position: this.#lines.between(from, this.#lines.pointAt(end)) };
  }

  /** Whether a line that belongs to the same paragraph follows a line. */
  #isWordsAfter(end: number): boolean {
    const next = end + 1;
    return next < this.#text.length && this.#text.charCodeAt(next) !== 0x0a && findItem(this.#text, next) === undefined;
  }

  #readList(first: ItemStart): List {
    const list = readList(this.#text, first, this.#lines, readPhrasing);
    this.#at = list.position!.end.offset!;
    return list;
  }

  /** Goes to the line after the line break at an offset, if there is one. */
  #goBehind(end: number): void {
    this.#at = end + 1;
    if (end < this.#text.length) this.#lines.beginAt(end + 1);
  }
}
