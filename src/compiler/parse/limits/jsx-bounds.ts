// Finds tags and braces that are nested too deeply for the MDX parser. They are counted in the text. Code, escapes and
// addresses in angle brackets contain no tags.

import type { Excess } from './body-bounds.ts';

/**
 * The first opening tag or brace above `limit` levels. Undefined if there is none, or if a tag inside a paragraph is
 * not closed at the end of the paragraph: the parser stops there with an error.
 */
export function findJsxExcess(text: string, limit: number): Excess | undefined {
  return countOpenings(text) <= limit ? undefined : new Scanner(text, limit).scan();
}

function countOpenings(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 60 || code === 123) count++;
  }
  return count;
}

const container = '[ \\t>]*(?:(?:[-+*]|\\d{1,9}[.)])[ \\t]+)*[ \\t>]*';
const fence = new RegExp(`${container}(\`{3,}(?=[^\`\\r\\n]*(?:[\\r\\n]|$))|~{3,})[^\\r\\n]*`, 'y');
const blankLine = /[ \t>]*(?=[\r\n]|$)/y;
/** An address in angle brackets with its title, after the text of a link. */
const address = /\]\([ \t]*(?:\r\n?|\n)?[ \t]*<[^<>\r\n]*>\s*(?:"[^"]*"|'[^']*'|\([^()]*\))?\s*\)/y;
const definition = new RegExp(`${container}\\[[^\\]\\r\\n]+\\]:[ \\t]*<[^<>\\r\\n]*>[^<>\\r\\n]*(?=[\\r\\n]|$)`, 'y');
const lineEnd = /\r\n|\n|\r/g;

/** The runs of backquotes of a paragraph, by length: their offsets, and the index of the next one. */
interface Runs {
  readonly end: number;
  readonly byLength: Map<number, { readonly at: number[]; next: number }>;
}

/** Limit of open brackets that are remembered. */
const maxBrackets = 500;

class Scanner {
  readonly #text: string;
  readonly #limit: number;
  #at = 0;
  /** For each open tag and brace, whether there is text before it on its line. */
  readonly #open: boolean[] = [];
  #openInline = 0;
  /** Offset of the first opening above the limit. */
  #excess: number | undefined;
  #hasText = false;
  /** Open brackets, each of which may begin the text of a link. */
  #brackets: ('link' | 'image')[] = [];
  #mayDefine = true;
  #runs: Runs = { end: 0, byLength: new Map() };

  constructor(text: string, limit: number) {
    this.#text = text;
    this.#limit = limit;
  }

  scan(): Excess | undefined {
    const text = this.#text;
    let isLineStart = true;
    while (this.#at < text.length) {
      if (isLineStart) {
        isLineStart = false;
        if (this.#startLine() === 'broken') return undefined;
        continue;
      }
      const start = this.#at;
      const character = text[start]!;
      if (character === '\n' || (character === '\r' && text[start + 1] !== '\n')) isLineStart = true;
      this.#at = this.#step(character, start);
      if (this.#excess !== undefined) return { offset: this.#excess, length: 1 };
      if (!/\s/.test(character) && character !== '<') this.#hasText = true;
    }
    return undefined;
  }

  /** Skips lines that begin here and contain no tags. */
  #startLine(): 'broken' | undefined {
    const text = this.#text;
    this.#hasText = false;
    if (match(blankLine, text, this.#at)) {
      this.#brackets = [];
      this.#mayDefine = true;
      // Expressions and tags may contain empty lines, but tags inside a paragraph may not.
      return this.#openInline > 0 ? 'broken' : undefined;
    }
    const mark = match(fence, text, this.#at);
    if (mark) this.#at = this.#endOfFence(mark[1]!, this.#at + mark[0].length, /^[ \t]*>/.test(mark[0]));
    else if (this.#mayDefine) {
      const defined = match(definition, text, this.#at);
      if (defined) this.#at += defined[0].length;
      else this.#mayDefine = false;
    }
    return undefined;
  }

  /** The end of the line that closes a fence. A fence in a quote ends with the quote. */
  #endOfFence(mark: string, from: number, isQuoted: boolean): number {
    const closing = new RegExp(`[ \\t>]*${mark}${mark[0]}*[ \\t]*(?=[\\r\\n]|$)`, 'y');
    for (let at = this.#nextLine(from); at < this.#text.length; at = this.#nextLine(at)) {
      const found = match(closing, this.#text, at);
      if (found) return at + found[0].length;
      if (isQuoted && !/^[ \t]*>/.test(this.#text.slice(at, at + 20))) return at - 1;
    }
    return this.#text.length;
  }

  #nextLine(from: number): number {
    lineEnd.lastIndex = from;
    const found = lineEnd.exec(this.#text);
    return found ? found.index + found[0].length : this.#text.length;
  }

  /** Reads the syntax that begins at an offset. Returns the offset after it. */
  #step(character: string, at: number): number {
    switch (character) {
      case '\\':
        return at + (/[\r\n]/.test(this.#text[at + 1] ?? '\n') ? 1 : 2);
      case '`':
        return this.#endOfCode(at);
      case '{':
        return this.#endOfBraces(at);
      case '[':
        if (this.#brackets.length < maxBrackets) this.#brackets.push(this.#text[at - 1] === '!' ? 'image' : 'link');
        return at + 1;
      case ']':
        return this.#endOfLink(at);
      case '<':
        return this.#endOfTag(at);
      default:
        return at + 1;
    }
  }

  /** The offset after a code span, or after the backquotes if they open no span. */
  #endOfCode(at: number): number {
    if (at >= this.#runs.end) this.#runs = this.#findRuns(at);
    const run = /^`+/.exec(this.#text.slice(at, at + 1000))![0].length;
    const places = this.#runs.byLength.get(run);
    if (places === undefined) return at + run;
    while ((places.at[places.next] ?? Infinity) <= at) places.next++;
    return (places.at[places.next] ?? at) + run;
  }

  #findRuns(at: number): Runs {
    const empty = /(?:\r\n|\n|\r)[ \t>]*(?=[\r\n])|$/g;
    empty.lastIndex = at;
    const end = empty.exec(this.#text)!.index;
    const byLength: Runs['byLength'] = new Map();
    for (const { index, 0: run } of this.#text.slice(at, end).matchAll(/`+/g)) {
      const places = byLength.get(run.length) ?? { at: [], next: 0 };
      places.at.push(at + index);
      byLength.set(run.length, places);
    }
    return { end: Math.max(end, at + 1), byLength };
  }

  /** The offset after an expression in braces. Inside it, only braces count. */
  #endOfBraces(start: number): number {
    const before = this.#open.length;
    for (let at = start; at < this.#text.length; at++) {
      const character = this.#text[at];
      if (character === '{') this.#push(at);
      else if (character === '}') this.#pop();
      if (this.#open.length === before) return at + 1;
      if (this.#excess !== undefined) return at;
    }
    return this.#text.length;
  }

  #endOfLink(at: number): number {
    const kind = this.#brackets.pop();
    const found = kind && match(address, this.#text, at);
    if (!found) return at + 1;
    // A link contains no other link.
    if (kind === 'link') this.#brackets = this.#brackets.filter((open) => open === 'image');
    return at + found[0].length;
  }

  #endOfTag(start: number): number {
    const text = this.#text;
    if (text[start + 1] === '/') {
      this.#pop();
      return start + 2;
    }
    if (!/[\p{ID_Start}$_>]/u.test(text[start + 1] ?? '')) return start + 1;
    this.#push(start);
    for (let at = start + 1; at < text.length; at++) {
      const character = text[at]!;
      if (character === '>') {
        if (text[at - 1] === '/') this.#pop();
        return at + 1;
      }
      if (character === '<') return at;
      if (character === '{') at = this.#endOfBraces(at) - 1;
      else if ((character === '"' || character === "'") && /=\s*$/.test(text.slice(Math.max(start, at - 20), at))) {
        const end = text.indexOf(character, at + 1);
        at = end < 0 ? text.length : end;
      }
      if (this.#excess !== undefined) return at;
    }
    return text.length;
  }

  #push(at: number): void {
    this.#open.push(this.#hasText);
    if (this.#open.length > this.#limit) this.#excess ??= at;
    if (this.#hasText) this.#openInline++;
  }

  #pop(): void {
    if (this.#open.pop() === true) this.#openInline--;
  }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
