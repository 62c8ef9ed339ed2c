// YAML as plain data with places: what `parse` makes of frontmatter, navigation and site.yaml, and `decode` reads.
// No other stage knows which YAML library it came from.

import type { Range, ScalarSource, SourceFile } from '../source/index.ts';

export type DataNode = ScalarNode | MapNode | ListNode;

export interface ScalarNode extends ScalarSource {
  readonly kind: 'scalar';
  /** The value as a string; for numbers, booleans and null as written in the file. */
  readonly value: string;
  readonly type: 'string' | 'number' | 'boolean' | 'null';
}

export interface MapNode {
  readonly kind: 'map';
  readonly range: Range;
  /** In file order, keys as written; where a key is doubled (a diagnostic), the first stands. */
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: ScalarNode;
  readonly value: DataNode;
}

export interface ListNode {
  readonly kind: 'list';
  readonly range: Range;
  readonly items: readonly DataNode[];
}

/** A value with the file and scalar it was written as: enough to point at any character of it. */
export interface Located<T> {
  readonly value: T;
  readonly file: SourceFile;
  readonly range: Range;
}

/** A string of the model that is plain text: shown as written, never read as Markdown. */
export type Text = Located<string>;
