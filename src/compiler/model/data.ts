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

/**
 * A link's target that is a file of the content folder, by its path there, or (`isPublic`) one of `public`, by its path
 * from the site's top; width and height in pixels where it is an image.
 */
export interface AssetTarget {
  readonly kind: 'asset';
  readonly path: string;
  readonly isPublic?: true;
  readonly width?: number;
  readonly height?: number;
  /** Query and hash as written, from their `?` or `#`: `#page=3`. */
  readonly suffix?: string;
}

/** An address outside of prose. Once resolved: `/route`, or one of another host, or that of `asset`. */
export interface Destination extends Text {
  readonly asset?: AssetTarget;
}
