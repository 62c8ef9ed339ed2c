// Straight quotes, `--` and `...` in prose → typographic marks (format.md 5.5). Code is not changed. A sentence is read
// as a whole, across links and emphasis; marks are replaced in the text nodes that contain them.

import type { InlineCode, Node, Root, Text } from 'mdast';
import { isParent, listNodes, visitNodes, type ResolvedHeading } from '../../../../compiler/model/index.ts';
import { findStraightMarks, mayHaveStraightMarks, opaque } from './find-marks.ts';

/** Replaces marks in a tree's texts, in place. The tree must come from `decideTree`. */
export function smartenTree(tree: Root): Root {
  if (!hasMarks(tree)) return tree;
  const sentence = new Sentence();
  readSentences(tree, sentence);
  sentence.end();
  return tree;
}

/** Replaces marks in a text without markup, such as a title. */
export function smartenText(text: string): string {
  return replaceMarks(text, findStraightMarks(text), 0);
}

/** The words of a heading as one text with typographic marks, except in code, and without the mark of a step. */
export function smartenHeading({ node, annotation, text }: ResolvedHeading): string {
  const pieces = node.children.filter((child) => (child as Node) !== annotation).flatMap(piecesIn);
  const words = pieces.map(({ value }) => value).join('');
  const sentence = pieces.map(({ value, isCode }) => (isCode ? opaque.repeat(value.length) : value)).join('');
  const start = words.trimEnd().length - text.length;
  const marks = findStraightMarks(sentence).filter(({ at }) => at >= start);
  return replaceMarks(text, marks, start);
}

/** The texts of a line, in order, with code. */
function piecesIn(node: Node): readonly { readonly value: string; readonly isCode: boolean }[] {
  return listNodes(node).flatMap((each) => {
    const isCode = each.type === 'inlineCode';
    if (each.type === 'break') return { value: ' ', isCode };
    return isCode || each.type === 'text' ? { value: (each as Text | InlineCode).value, isCode } : [];
  });
}

function hasMarks(tree: Node): boolean {
  return listNodes(tree).some((node) => node.type === 'text' && mayHaveStraightMarks((node as Text).value));
}

/** Inline nodes that contain other inline nodes. */
const phrasing = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'mdxJsxTextElement',
  'step',
  'asset',
]);
/** Elements whose text is code. */
const codeElements = new Set(['code', 'kbd', 'samp', 'pre', 'var', 'script', 'style']);

/** Adds the texts of a tree to sentences, line by line. */
function readSentences(tree: Node, sentence: Sentence): void {
  const isCode = (node: Node): boolean => codeElements.has((node as { name?: string | null }).name ?? '');
  const isPhrasing = (node: Node): boolean => phrasing.has(node.type) && !isCode(node);
  const isBlock = (node: Node): boolean => isParent(node) && !phrasing.has(node.type);
  const enter = (node: Node): unknown => {
    if (node.type === 'text') sentence.add(node as Text);
    else if (node.type === 'break') sentence.addOther('\n');
    else if (isBlock(node)) sentence.end();
    else if (!isPhrasing(node)) sentence.addOther(opaque);
    return isPhrasing(node) || (isBlock(node) && !isCode(node)) ? undefined : 'skip';
  };
  visitNodes(tree, enter, (node) => {
    if (isBlock(node)) sentence.end();
  });
}

/** The texts of a line in order, with placeholders for other nodes. */
class Sentence {
  #text = '';
  #pieces: { readonly node: Text; readonly start: number }[] = [];

  add(node: Text): void {
    this.#pieces.push({ node, start: this.#text.length });
    this.#text += node.value;
  }

  addOther(standIn: string): void {
    this.#text += standIn;
  }

  /** Replaces the marks in the added texts, and begins a new sentence. */
  end(): void {
    const marks = findStraightMarks(this.#text);
    let next = 0;
    for (const { node, start } of marks.length === 0 ? [] : this.#pieces) {
      const end = start + node.value.length;
      const inside = [];
      for (; next < marks.length && marks[next]!.at < end; next++) {
        if (marks[next]!.at >= start && marks[next]!.at + marks[next]!.length <= end) inside.push(marks[next]!);
      }
      node.value = replaceMarks(node.value, inside, start);
    }
    this.#text = '';
    this.#pieces = [];
  }
}

/** @param start offset that the offsets of the marks are relative to */
function replaceMarks(text: string, marks: ReturnType<typeof findStraightMarks>, start: number): string {
  let replaced = '';
  let from = 0;
  for (const { at, length, value } of marks) {
    replaced += text.slice(from, at - start) + value;
    from = at - start + length;
  }
  return replaced + text.slice(from);
}
