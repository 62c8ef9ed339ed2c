// What `parse` makes of one file: frontmatter as data, body as a Markdown tree. Nothing is interpreted yet.

import type { Root } from 'mdast';
import type { Range, SourceFile } from '../source/index.ts';
import type { DataNode, MapNode, ScalarNode } from './data.ts';

/** A page or navigation file after parsing. A part that could not be parsed is absent; its diagnostic is reported. */
export interface Document {
  readonly file: SourceFile;
  /** The frontmatter's mapping; absent where there is none or nothing of it can be read. */
  readonly frontmatter?: MapNode;
  /** True where the frontmatter has a syntax error: what could be read stands, and later stages say no more about it. */
  readonly isPartial: boolean;
  readonly body: Body;
}

/** A page's prose. Offsets of the tree's nodes count from `range.start`. */
export interface Body {
  readonly tree: Root;
  readonly range: Range;
  /** `mdx` has components and expressions; in `markdown` (`.md`) braces are text and tags are shown as text. */
  readonly syntax: 'mdx' | 'markdown';
  /** True where the text could not be parsed: the tree is empty and the page shows a labelled gap. */
  readonly isBroken: boolean;
}

/** A YAML file after parsing (`site.yaml`). */
export interface DataDocument {
  readonly file: SourceFile;
  readonly root?: DataNode;
  /** True where the file has a syntax error. */
  readonly isPartial: boolean;
}

/** A Markdown string of the frontmatter, parsed. Offsets of the tree's nodes count in `value`. */
export interface MarkdownText {
  readonly value: string;
  readonly file: SourceFile;
  readonly node: ScalarNode;
  readonly tree: Root;
  /** The stretch of the file that a stretch of `value` was written as. */
  readonly rangeOf: (start: number, end: number) => Range;
}

/** Parses the Markdown of one frontmatter string; given to `decode` by the pipeline, since stages do not meet. */
export type ParseText = (file: SourceFile, node: ScalarNode) => MarkdownText;
