// The text of a body → its tree, of which the parser reads only what is not plain.
//
// Each run of plain blocks, with nothing but empty lines between them, is replaced by a paragraph of one letter before
// the text is parsed. Where the tree has this paragraph, the blocks are put in its place, and all positions become
// those of the whole text. This is exact: between blank lines at the left margin, the parser reads a plain block as a
// block of its own if and only if it reads the letter there as a paragraph, and then the same is true of the next plain
// block. If one of the letters is anything else, such as a part of code, the whole text is parsed. A text of plain
// blocks alone needs no parser.

import type { Node, Root } from 'mdast';
import { bounds } from '../../../source/index.ts';
import { isParent, type ParentNode } from '../../../model/index.ts';
import { giveUp, unlessGivenUp } from '../give-up.ts';
import type { Point, Position } from '../markdown/points.ts';
import { findPlainBlocks } from './find-plain-blocks.ts';
import type { PlainBlock } from './read-blocks.ts';

/**
 * Parses a body, of which the parser need not read the plain blocks.
 * @param parse parses a text; returns undefined for one with mistakes
 * @returns undefined if the whole text must be parsed: it has no plain blocks, or mistakes, or code of MDX, or too much
 *   that is not plain
 */
export function parseAroundPlainBlocks(text: string, parse: (left: string) => Root | undefined): Root | undefined {
  const blocks = findPlainBlocks(text);
  const { places, left } = leaveOut(blocks, text);
  if (isEmptyLines(left.replace(letter, ''))) return treeOf(blocks, text);
  if (blocks.length === 0 || left.length > longestLeft) return undefined;
  const tree = parse(left);
  return tree && unlessGivenUp(() => new Restorer(places).restore(tree));
}

/** The text with a letter in place of each run of plain blocks, and the places of the letters. */
function leaveOut(blocks: readonly PlainBlock[], text: string): { readonly places: Place[]; readonly left: string } {
  const places: Place[] = [];
  let left = '';
  let done = 0;
  let lines = 0;
  for (const block of blocks) {
    const between = text.slice(done, block.start.offset);
    done = block.end.offset!;
    const last = places.at(-1);
    if (last !== undefined && isEmptyLines(between)) {
      lines += block.end.line - last.end.line;
      last.nodes.push(block.node);
      places[places.length - 1] = { ...last, end: block.end, offset: done - last.at - 1, lines };
    } else {
      left += between;
      lines += block.end.line - block.start.line;
      const { node, start, end } = block;
      places.push({ nodes: [node], start, end, at: left.length, offset: done - left.length - 1, lines });
      left += letter;
    }
  }
  return { places, left: left + text.slice(done) };
}

function isEmptyLines(text: string): boolean {
  return /^\n*$/.test(text);
}

/** The tree of a text that has only plain blocks. */
function treeOf(blocks: readonly PlainBlock[], text: string): Root {
  const lines = text.split('\n');
  const end = { line: lines.length, column: lines.at(-1)!.length + 1, offset: text.length };
  const children = blocks.map(({ node }) => node);
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

const letter = 'x';

/**
 * UTF-16 units that are parsed at most. If the text has mistakes, they are parsed twice, and long hostile texts take
 * the parser a second.
 */
const longestLeft = 20_000;

/** A run of plain blocks, and the place of its letter. */
interface Place {
  readonly nodes: PlainBlock['node'][];
  /** Start of the first block. */
  readonly start: Point;
  /** End of the last block. */
  readonly end: Point;
  /** Offset of the letter. */
  readonly at: number;
  /** What is added to offsets and lines after the letter. */
  readonly offset: number;
  readonly lines: number;
}

/** Attributes of a tag of MDX. */
interface Tag extends Node {
  readonly attributes: { type: string; value?: unknown; position?: Node['position'] }[];
}

/** One instance per tree. */
class Restorer {
  readonly #places: readonly Place[];
  /** Index of the next place. */
  #next = 0;

  constructor(places: readonly Place[]) {
    this.#places = places;
  }

  restore(tree: Root): Root {
    this.#restoreIn(tree, 0);
    if (this.#next < this.#places.length) giveUp();
    return tree;
  }

  #restoreIn(node: Node, depth: number): void {
    if (depth > bounds.markdownDepth) giveUp();
    // The places in code of MDX are not converted.
    if (node.data !== undefined && 'estree' in node.data) giveUp();
    if ('attributes' in node) this.#restoreAttributes(node as Tag);
    if (isParent(node)) this.#restoreChildren(node, depth);
    if (node.position) node.position = this.#positionOf(node.position);
  }

  #restoreChildren(node: ParentNode, depth: number): void {
    node.children = node.children.flatMap((child) => {
      const place = this.#places[this.#next];
      const { start, end } = child.position ?? giveUp();
      if (place === undefined || start.offset! < place.at) {
        this.#restoreIn(child, depth + 1);
        return child;
      }
      if (start.offset !== place.at || end.offset !== place.at + 1 || child.type !== 'paragraph') giveUp();
      this.#next++;
      return place.nodes;
    });
  }

  #restoreAttributes({ attributes }: Tag): void {
    for (const attribute of attributes) {
      const isText = attribute.value === null || typeof attribute.value === 'string';
      if (attribute.type !== 'mdxJsxAttribute' || !isText) giveUp();
      if (attribute.position) attribute.position = this.#positionOf(attribute.position);
    }
  }

  #positionOf({ start, end }: Position): Position {
    return { start: this.#pointOf(start), end: this.#pointOf(end) };
  }

  /** The point in the whole text. */
  #pointOf(point: Point): Point {
    const at = point.offset!;
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#places[middle]!.at <= at) low = middle + 1;
      else high = middle;
    }
    const place = this.#places[low - 1];
    if (place === undefined) return point;
    if (at === place.at) return place.start;
    if (at === place.at + 1) return place.end;
    return { line: point.line + place.lines, column: point.column, offset: at + place.offset };
  }
}
