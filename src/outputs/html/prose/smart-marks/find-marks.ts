// Straight marks of a text → curly quotes, dashes and ellipses (format.md 5.5). A mark changes only if it is certainly
// prose: unpaired quotes, flags, feet and inches, and `...args` are kept.

import { findCodeStretches } from './code-stretches.ts';

/** A mark to be replaced. */
export interface StraightMark {
  /** Offset of its first character. */
  readonly at: number;
  readonly length: number;
  /** The replacement. */
  readonly value: string;
}

/** Stands for code, pictures and components in the middle of a sentence. */
export const opaque = '\ufffc';

/** Whether a text may have marks to replace. */
export function mayHaveStraightMarks(text: string): boolean {
  return /["']|--|\.\.\./.test(text);
}

/** Finds the marks of prose in linear time; `text` is one paragraph, heading or cell. */
export function findStraightMarks(text: string): readonly StraightMark[] {
  if (!mayHaveStraightMarks(text)) return [];
  const code = findCodeStretches(text);
  const quotes = new Quotes(text);
  const marks: StraightMark[] = [];
  for (const { index: at, 0: run } of text.matchAll(/-{2,}|\.{3,}|["']/g)) {
    if (run === '"' || run === "'") {
      if (!code.isCode(at)) quotes.read(at);
    } else if (!code.isName(at)) {
      if (run === '--' && isDash(text, at)) marks.push({ at, length: 2, value: '—' });
      if (run === '...' && isEllipsis(text, at)) marks.push({ at, length: 3, value: '…' });
    }
  }
  return [...marks, ...quotes.marks].sort((a, b) => a.at - b.at);
}

const letter = /[\p{L}\p{M}\ud800-\udfff\ufffc]/u;
const word = /[\p{L}\p{M}\p{N}\ud800-\udfff\ufffc]/u;

/** `--` between words or numbers, with spaces on both sides or on neither. */
function isDash(text: string, at: number): boolean {
  const before = charAt(text, at - 1);
  const after = charAt(text, at + 2);
  if (isBlank(before) !== isBlank(after)) return false;
  if (!isBlank(before)) return isWordEnd(text, at - 1) && (word.test(after) || /["'(“‘]/.test(after));
  let start = at - 1;
  while (start >= 0 && isBlank(text[start]!)) start--;
  let end = at + 2;
  while (end < text.length && isBlank(text[end]!)) end++;
  return isWordEnd(text, start) && (word.test(charAt(text, end)) || /["'([“‘$€£]/.test(charAt(text, end)));
}

/** Whether a word or number ends at an offset, including punctuation and a closing quote after it. */
function isWordEnd(text: string, at: number): boolean {
  const character = charAt(text, at);
  if (character === '"' || character === "'") return /[^\s([{]/.test(charAt(text, at - 1));
  return word.test(character) || /[.,;:!?)\]%”’…]/.test(character);
}

/** `...` after a word or between spaces; not `...args`, `(...)` or `1...10`. */
function isEllipsis(text: string, at: number): boolean {
  const before = charAt(text, at - 1);
  const after = charAt(text, at + 3);
  const follows = isBlank(before) ? at > 0 : word.test(before) || /[.,;:!?)\]"'”’]/.test(before);
  return follows && (isBlank(after) || /[.,;:!?)\]"'”’]/.test(after));
}

/** Matches words with an elided beginning, and years without a century. */
const elision =
  /'(?:\d\ds?(?![\p{L}\p{N}']|\.\d)|(?:tis|twas|twere|til|em|cause|bout)(?![\p{L}\p{N}'])|n(?='(?![\p{L}\p{N}])))/iuy;

/** Pairs quotes from left to right; unpaired quotes stay straight. */
class Quotes {
  readonly marks: StraightMark[] = [];
  readonly #text: string;
  #double: number | undefined;
  #single: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  read(at: number): void {
    if (this.#text[at] === '"') this.#readDouble(at);
    else this.#readSingle(at);
  }

  #readDouble(at: number): void {
    const after = charAt(this.#text, at + 1);
    if (this.#double !== undefined && this.#closes(at) && (!word.test(after) || after === 's')) {
      this.#replace(this.#double, '“');
      this.#replace(at, '”');
      this.#double = undefined;
    } else if (this.#opens(at)) {
      this.#double = at;
    }
  }

  #readSingle(at: number): void {
    const before = charAt(this.#text, at - 1);
    const after = charAt(this.#text, at + 1);
    elision.lastIndex = at;
    if (letter.test(after) && word.test(before)) this.#replace(at, '’');
    else if (!word.test(before) && elision.test(this.#text)) this.#replace(at, '’');
    else if (this.#single !== undefined && !word.test(after) && this.#closes(at)) {
      this.#replace(this.#single, '‘');
      this.#replace(at, '’');
      this.#single = undefined;
    } else if (letter.test(before) && (isBlank(after) || /[.,;:!?)\]"”—–…-]/.test(after))) this.#replace(at, '’');
    else if (this.#opens(at)) this.#single = at;
  }

  #opens(at: number): boolean {
    const before = charAt(this.#text, at - 1);
    const after = charAt(this.#text, at + 1);
    const isInside = before === '"' && this.#double === at - 1;
    return (isBlank(before) || isInside || /[([“‘—–/-]/.test(before)) && !isBlank(after) && after !== this.#text[at];
  }

  #closes(at: number): boolean {
    const before = charAt(this.#text, at - 1);
    return !isBlank(before) && !/[([{]/.test(before);
  }

  #replace(at: number, value: string): void {
    this.marks.push({ at, length: 1, value });
  }
}

/** The character at an offset; a space beyond the ends. */
function charAt(text: string, at: number): string {
  return text[at] ?? ' ';
}

function isBlank(character: string): boolean {
  return /\s/.test(character);
}
