// The output of `parse` for one file: frontmatter as data, body as a Markdown tree. Nothing is interpreted yet.

import type { Node, Root } from 'mdast';
import type { Range, SourceFile } from '../source/index.ts';
import type { DataNode, MapNode, ScalarNode } from './data.ts';

/** A page or navigation file after parsing. A part that could not be parsed is absent, and reported. */
export interface Document {
  readonly file: SourceFile;
  /** The frontmatter's mapping; absent if there is none or it cannot be read. */
  readonly frontmatter?: MapNode;
  /**
   * True if the frontmatter has a syntax error. The readable part is kept, and later stages report nothing else about
   * it.
   */
  readonly isPartial: boolean;
  readonly body: Body;
}

/** A page's prose. Offsets of the tree's nodes are relative to `range.start`. */
export interface Body {
  readonly tree: Root;
  readonly range: Range;
  /** `mdx` has components and expressions; in `markdown` (`.md`) braces are text and tags are shown as text. */
  readonly syntax: 'mdx' | 'markdown';
  /** True if the text could not be parsed: the tree is empty, and the page shows a labelled gap. */
  readonly isBroken: boolean;
}

/** A YAML file after parsing (`site.yaml`). */
export interface DataDocument {
  readonly file: SourceFile;
  readonly root?: DataNode;
  /** True if the file has a syntax error. */
  readonly isPartial: boolean;
}

/** A Markdown string of the frontmatter, parsed. Offsets of the tree's nodes are relative to `value`. */
export interface MarkdownText {
  readonly value: string;
  readonly file: SourceFile;
  readonly node: ScalarNode;
  readonly tree: Root;
  /** Converts a range of `value` to a range of the file. */
  readonly rangeOf: (start: number, end: number) => Range;
}

/**
 * Parses the Markdown of one frontmatter string. The pipeline passes it to `decode`, since stages do not import each
 * other.
 */
export type ParseText = (file: SourceFile, node: ScalarNode) => MarkdownText;

/** An alert. `children` are the nodes below the mark. */
export interface AlertNode extends Node {
  readonly type: 'alert';
  /** `note`, `tip`, `important`, `warning` or `caution`. */
  readonly kind: string;
  /** Offsets of `[!NOTE]` in the text. */
  readonly mark: { readonly start: number; readonly end: number };
  /** Whether text follows on the line of `[!NOTE]`, which GitHub does not accept. */
  readonly hasTextAfter: boolean;
  readonly children: Node[];
}

/** Replaces a `<style>` or `<script>`. Nothing is drawn for it. */
export interface HiddenElement extends Node {
  readonly type: 'hiddenElement';
  readonly name: 'style' | 'script';
}
