// The words of a paragraph: text with code, links, pictures, emphasis and strong emphasis in it.

import type { Image, PhrasingContent } from 'mdast';
import { giveUp } from '../give-up.ts';
import { expectWords } from './line-starts.ts';
import type { Lines, Point, Position } from './points.ts';

const codes = {
  lineFeed: 0x0a,
  space: 0x20,
  exclamation: 0x21,
  ampersand: 0x26,
  star: 0x2a,
  open: 0x5b,
  close: 0x5d,
  caret: 0x5e,
  underscore: 0x5f,
  backtick: 0x60,
} as const;

/** For each ASCII character, whether it ends a piece of text, or may. */
type Marks = readonly boolean[];

const makeMarks = (characters: string): Marks =>
  Array.from({ length: 128 }, (_, code) => code < codes.space || characters.includes(String.fromCharCode(code)));

const usualMarks = makeMarks('!&*<>@[\\]_`|~');
/** In bodies, braces begin expressions and annotations of headings. */
const bodyMarks = makeMarks('!&*<>@[\\]_`|~{}');

/** A text that GFM may turn into a link. (`@` is a mark.) */
const address = /:\/\/|www\./i;

/**
 * The target of a link or picture: without spaces, parentheses, escapes and entities (which end with `;`), so that its
 * address is as written.
 */
const target = /\]\(([\w/#.?=:%+,~@&-]+)\)/y;

/** Reads the words of a description between two offsets. Gives up at what is not plain. */
export function readPhrasing(text: string, start: number, end: number, lines: Lines): PhrasingContent[] {
  return new PhrasingReader(text, end, lines, usualMarks).read(start);
}

/** Reads the words of a body between two offsets. Gives up at what is not plain in Markdown or in MDX. */
export function readBodyPhrasing(text: string, start: number, end: number, lines: Lines): PhrasingContent[] {
  return new PhrasingReader(text, end, lines, bodyMarks).read(start);
}

/** One instance per paragraph. */
class PhrasingReader {
  readonly #text: string;
  readonly #end: number;
  readonly #lines: Lines;
  readonly #marks: Marks;

  constructor(text: string, end: number, lines: Lines, marks: Marks) {
    this.#text = text;
    this.#end = end;
    this.#lines = lines;
    this.#marks = marks;
  }

  read(start: number): PhrasingContent[] {
    const nodes: PhrasingContent[] = [];
    let from = start;
    let fromPoint = this.#lines.pointAt(start);
    for (let at = start; at < this.#end;) {
      const code = this.#text.charCodeAt(at);
      if (code >= 128 || !this.#marks[code]) at++;
      else if (this.#beginsMarked(code, at)) {
        this.#pushText(nodes, from, at, fromPoint);
        const node = this.#readMarked(code, at, start);
        nodes.push(node);
        fromPoint = node.position!.end;
        from = at = fromPoint.offset!;
      } else {
        if (code === codes.lineFeed) this.#beginLine(at + 1);
        else this.#expectText(code, at);
        at++;
      }
    }
    if (this.#text.charCodeAt(this.#end - 1) === codes.space) giveUp();
    this.#pushText(nodes, from, this.#end, fromPoint);
    // An array that has grown has room for 17 nodes, and most have one.
    return nodes.slice();
  }

  #beginsMarked(code: number, at: number): boolean {
    if (code === codes.backtick || code === codes.open || code === codes.star) return true;
    if (code === codes.exclamation) return this.#text.charCodeAt(at + 1) === codes.open;
    return code === codes.underscore && !this.#isInWord(at);
  }

  #beginLine(at: number): void {
    if (this.#text.charCodeAt(at - 2) === codes.space) giveUp();
    expectWords(this.#text, at);
    this.#lines.beginAt(at);
  }

  /** Gives up unless a mark is text because of the characters beside it. */
  #expectText(code: number, at: number): void {
    const next = this.#text.charCodeAt(at + 1);
    if (code === codes.exclamation && next !== codes.open) return;
    if (code === codes.ampersand && next === codes.space) return;
    if (code === 0x3e) return;
    // Others begin emphasis.
    if (code === codes.underscore) return;
    giveUp();
  }

  /** Whether ASCII letters and digits are at both sides of a run of underscores. */
  #isInWord(at: number): boolean {
    let before = at - 1;
    while (this.#text.charCodeAt(before) === codes.underscore) before--;
    let after = at + 1;
    while (this.#text.charCodeAt(after) === codes.underscore) after++;
    return after < this.#end && isAlphanumeric(this.#text, before) && isAlphanumeric(this.#text, after);
  }

  #pushText(nodes: PhrasingContent[], from: number, to: number, start: Point): void {
    if (from === to) return;
    const value = this.#text.slice(from, to);
    if (address.test(value)) giveUp();
    nodes.push({ type: 'text', value, position: this.#lines.between(start, this.#lines.pointAt(to)) });
  }

  #readMarked(code: number, at: number, start: number): PhrasingContent {
    if (code === codes.backtick) return this.#readCode(at, this.#end);
    if (code === codes.open) return this.#readLink(at);
    return code === codes.exclamation ? this.#readPicture(at) : this.#readEmphasis(at, start);
  }

  /** Code between single backticks, on one line, without spaces at its ends. */
  #readCode(at: number, limit: number): PhrasingContent {
    const close = this.#text.indexOf('`', at + 1);
    const value = this.#text.slice(at + 1, Math.max(close, at + 1));
    const isPlain = value !== '' && close < limit && this.#text.charCodeAt(close + 1) !== codes.backtick;
    if (!isPlain || /^ | $|[\0\t\r\n]/.test(value)) giveUp();
    return { type: 'inlineCode', value, position: this.#positionOf(at, close + 1) };
  }

  /** A link with text or code in it, and with an address that needs no decoding. */
  #readLink(at: number): PhrasingContent {
    if (this.#text.charCodeAt(at + 1) === codes.caret) giveUp();
    const children: PhrasingContent[] = [];
    let inner = at + 1;
    while (this.#text.charCodeAt(inner) !== codes.close) {
      const stop = this.#endOfText(inner);
      this.#pushText(children, inner, stop, this.#lines.pointAt(inner));
      inner = stop;
      if (this.#text.charCodeAt(stop) === codes.close) break;
      if (this.#text.charCodeAt(stop) !== codes.backtick) giveUp();
      const code = this.#readCode(stop, this.#end);
      children.push(code);
      inner = code.position!.end.offset!;
    }
    const { url, end } = this.#readTarget(inner);
    if (children.length === 0) giveUp();
    return { type: 'link', title: null, url, children, position: this.#positionOf(at, end) };
  }

  /** A picture that is described by text alone. */
  #readPicture(at: number): Image {
    const inner = at + 2;
    if (this.#text.charCodeAt(inner) === codes.caret) giveUp();
    const close = this.#endOfText(inner);
    const alt = this.#text.slice(inner, close);
    const { url, end } = this.#readTarget(close);
    if (alt === '' || address.test(alt)) giveUp();
    return { type: 'image', title: null, url, alt, position: this.#positionOf(at, end) };
  }

  /** The target of a link or picture whose `]` is at an offset. */
  #readTarget(close: number): { readonly url: string; readonly end: number } {
    target.lastIndex = close;
    const [written, url] = target.exec(this.#text) ?? giveUp();
    const end = close + written.length;
    return end > this.#end ? giveUp() : { url: url!, end };
  }

  /**
   * `*text*`, `**text**`, `_text_` or `__text__`, with a space or parenthesis before it, and a space or sign of
   * punctuation after it.
   */
  #readEmphasis(at: number, start: number): PhrasingContent {
    const mark = this.#text.charAt(at);
    const size = this.#text.charAt(at + 1) === mark ? 2 : 1;
    const inner = at + size;
    const close = this.#endOfText(inner);
    const end = close + size;
    const isClosed = end <= this.#end && this.#text.slice(close, end) === mark.repeat(size);
    const isAlone = isAlphanumeric(this.#text, inner) && isAlphanumeric(this.#text, close - 1);
    const before = at === start ? ' ' : this.#text.charAt(at - 1);
    const after = end === this.#end ? ' ' : this.#text.charAt(end);
    if (!isClosed || !isAlone || !/[ \n(]/.test(before) || !/[ \n).,:;]/.test(after)) giveUp();
    const children: PhrasingContent[] = [];
    this.#pushText(children, inner, close, this.#lines.pointAt(inner));
    return { type: size === 2 ? 'strong' : 'emphasis', children, position: this.#positionOf(at, end) };
  }

  /** The end of the text on the same line from an offset on: the next mark that is not text. */
  #endOfText(start: number): number {
    let at = start;
    for (; at < this.#end; at++) {
      const code = this.#text.charCodeAt(at);
      if (code >= 128 || !this.#marks[code]) continue;
      if (code === codes.star || code === codes.close || code === codes.backtick) return at;
      if (code === codes.underscore && !this.#isInWord(at)) return at;
      this.#expectText(code, at);
    }
    return giveUp();
  }

  #positionOf(start: number, end: number): Position {
    return this.#lines.between(this.#lines.pointAt(start), this.#lines.pointAt(end));
  }
}

function isAlphanumeric(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 0x20;
  return (code >= 0x61 && code <= 0x7a) || (text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39);
}
