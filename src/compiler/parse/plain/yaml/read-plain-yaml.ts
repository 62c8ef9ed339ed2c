// Plain YAML → data with places, the same as the YAML library gives.
//
// Plain are maps and lists in block style, with scalars and comments between them. Everything else is left to the
// library: brackets, anchors, aliases, tags, documents, tabs, and every mistake. So the reader never reports anything.

import { bounds, type Range } from '../../../source/index.ts';
import type { DataNode, ListNode, MapEntry, MapNode, ScalarNode } from '../../../model/index.ts';
import { readBlockScalar } from './block-scalars.ts';
import { readFlowScalar } from './flow-scalars.ts';
import { giveUp, unlessGivenUp } from '../give-up.ts';
import { codes, isBreak, isEmptyAt, nextLine, skipSpaces } from './characters.ts';
import { typeOfPlain } from './scalar-type.ts';

/**
 * Reads a range of a text as YAML, if it is plain.
 * @returns undefined if it is not: at the first thing that is not plain, the reader gives up
 */
export function readPlainYaml(whole: string, range: Range): MapNode | ListNode | undefined {
  const text = whole.slice(0, range.end);
  if (hasLoneReturn(text, range.start)) return undefined;
  return unlessGivenUp(() => new Reader(text, range.start).read());
}

/** Whether a carriage return is alone after an offset: a line break for YAML, but not for this reader. */
function hasLoneReturn(text: string, start: number): boolean {
  for (let at = text.indexOf('\r', start); at >= 0; at = text.indexOf('\r', at + 1))
    if (text.charCodeAt(at + 1) !== codes.lineFeed) return true;
  return false;
}

/** UTF-16 units of a key with its quotes. The library refuses keys above 1024. */
const longestKey = 1000;

/** Keys that need no quotes. Longer keys, and keys with other characters, are left to the library. */
const plainKey = /[A-Za-z0-9_$][\w$.()/<>=@-]{0,200}(?=:(?:[ \r\n]|$))/y;

/** One instance per text. */
class Reader {
  readonly #text: string;
  /** The first character of the next line that has one and is no comment; the end of the text if there is none. */
  #at: number;
  /** Its column; -1 at the end of the text. */
  #column = -1;
  /** Whether comments are between it and the value before it. */
  #hasComment = false;
  /** The end of the last value, and of a comment behind it on its line. */
  #end: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
    this.#end = start;
  }

  read(): MapNode | ListNode {
    this.#goTo(this.#at);
    if (this.#column !== 0) giveUp();
    const node = this.#readBlock(-1, 1);
    if (node.kind === 'scalar' || this.#column >= 0) giveUp();
    return node;
  }

  /** Reads the value that begins at `#at`, on a line of its own or after a `-`. */
  #readBlock(parent: number, depth: number): DataNode {
    if (this.#isDash()) return this.#readList(depth);
    const key = this.#readPlainKey();
    if (key !== undefined) return this.#readMap(key, depth);
    const scalar = readFlowScalar(this.#text, this.#at, parent);
    return this.#isKey(scalar) ? this.#readMap(scalar, depth) : this.#behind(scalar);
  }

  #readMap(first: ScalarNode, depth: number): MapNode {
    if (depth > bounds.yamlDepth) giveUp();
    const column = this.#column;
    const entries: MapEntry[] = [];
    const seen = new SeenKeys();
    for (let key = first; ; key = this.#readKey()) {
      if (entries.length === bounds.mappingKeys || seen.has(key.value, entries)) giveUp();
      entries.push({ key, value: this.#readValue(key.range.end, column, depth, true) });
      if (this.#column < column) break;
      if (this.#column > column) giveUp();
    }
    return { kind: 'map', range: this.#rangeFrom(first.range.start), entries };
  }

  #readList(depth: number): ListNode {
    if (depth > bounds.yamlDepth) giveUp();
    const column = this.#column;
    const start = this.#at;
    const items: DataNode[] = [];
    do items.push(this.#readValue(this.#at, column, depth, false));
    while (this.#column === column && this.#isDash());
    if (this.#column > column) giveUp();
    return { kind: 'list', range: this.#rangeFrom(start), items };
  }

  /**
   * Reads the value after a `:` or `-`, and goes to the next line after it.
   * @param mark offset of the `:` or `-`
   * @param parent column of the key or the `-`
   * @param depth depth of the map or list that it is in
   */
  #readValue(mark: number, parent: number, depth: number, isInMap: boolean): DataNode {
    const at = skipSpaces(this.#text, mark + 1);
    const code = at < this.#text.length ? this.#text.charCodeAt(at) : codes.lineFeed;
    if (isBreak(code) || code === codes.hash) {
      this.#goTo(nextLine(this.#text, at));
      const isBelow = isInMap && this.#column === parent && this.#isDash();
      if (this.#column > parent || isBelow) return this.#readBlock(parent, depth + 1);
      if (code === codes.hash || this.#hasComment) giveUp();
      this.#end = at;
      return { kind: 'scalar', range: { start: at, end: at }, style: 'plain', value: '', type: 'null' };
    }
    if (code === codes.bar || code === codes.greater) {
      const node = readBlockScalar(this.#text, at, parent);
      this.#end = node.range.end;
      this.#goTo(this.#end);
      return node;
    }
    if (isInMap) return this.#behind(readFlowScalar(this.#text, at, parent));
    this.#column = parent + at - mark;
    this.#at = at;
    return this.#readBlock(parent, depth + 1);
  }

  /** Goes to the next line after a scalar, which must be the last on its line. Returns the scalar. */
  #behind(scalar: ScalarNode): ScalarNode {
    this.#end = scalar.range.end;
    let at = skipSpaces(this.#text, this.#end);
    if (at < this.#text.length && !isBreak(this.#text.charCodeAt(at))) {
      if (this.#text.charCodeAt(at) !== codes.hash || at === this.#end) giveUp();
      at = nextLine(this.#text, at);
      this.#end = at;
      this.#goTo(at);
    } else this.#goTo(nextLine(this.#text, at));
    return scalar;
  }

  #readKey(): ScalarNode {
    const plain = this.#readPlainKey();
    if (plain !== undefined) return plain;
    const code = this.#text.charCodeAt(this.#at);
    if (code !== codes.singleQuote && code !== codes.doubleQuote) giveUp();
    const quoted = readFlowScalar(this.#text, this.#at, this.#column);
    return this.#isKey(quoted) ? quoted : giveUp();
  }

  #readPlainKey(): ScalarNode | undefined {
    plainKey.lastIndex = this.#at;
    const value = plainKey.exec(this.#text)?.[0];
    if (value === undefined) return undefined;
    const range = { start: this.#at, end: this.#at + value.length };
    return { kind: 'scalar', range, style: 'plain', value, type: typeOfPlain(value) };
  }

  /** Whether a scalar is the key of a map. Gives up if it is one that the library refuses. */
  #isKey({ range: { start, end } }: ScalarNode): boolean {
    if (this.#text.charCodeAt(end) !== codes.colon || !isEmptyAt(this.#text, end + 1)) return false;
    return end - start > longestKey || this.#text.slice(start, end).includes('\n') ? giveUp() : true;
  }

  /** Whether the `-` of a list is at `#at`. */
  #isDash(): boolean {
    return this.#text.charCodeAt(this.#at) === codes.dash && isEmptyAt(this.#text, this.#at + 1);
  }

  /** A range without the white space before `#end`. */
  #rangeFrom(start: number): Range {
    return { start, end: start + this.#text.slice(start, this.#end).trimEnd().length };
  }

  /**
   * Goes to the next text at or after the start of a line. Gives up at a comment that is not at the column of the text
   * after it: the library counts some of these as a part of the value before them.
   */
  #goTo(line: number): void {
    let comment = -1;
    for (;;) {
      const at = skipSpaces(this.#text, line);
      const isEnd = at >= this.#text.length;
      const code = isEnd ? codes.lineFeed : this.#text.charCodeAt(at);
      this.#at = at;
      this.#column = isEnd ? -1 : at - line;
      if (!isEnd && (isBreak(code) || code === codes.hash)) {
        if (code === codes.hash && comment >= 0 && comment !== this.#column) giveUp();
        if (code === codes.hash) comment = this.#column;
        line = nextLine(this.#text, at);
        continue;
      }
      if (code === codes.tab || (comment >= 0 && comment !== this.#column)) giveUp();
      this.#hasComment = comment >= 0;
      return;
    }
  }
}

/** Finds keys that a map has already. Most maps are small, and a set for each of them would take longer. */
class SeenKeys {
  #all: Set<string> | undefined;

  /** Whether one of the entries so far has a key. Called before each entry is added. */
  has(key: string, entries: readonly MapEntry[]): boolean {
    if (entries.length < 16) return entries.some((entry) => entry.key.value === key);
    this.#all ??= new Set(entries.map((entry) => entry.key.value));
    if (this.#all.has(key)) return true;
    this.#all.add(key);
    return false;
  }
}
