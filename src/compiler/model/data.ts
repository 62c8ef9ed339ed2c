// YAML as plain data with places. `parse` creates it from frontmatter, navigation and site.yaml, and `decode` reads it.
// Other stages do not depend on the YAML library.

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
  /** In file order, with keys as written. Of a duplicate key (a diagnostic) only the first is kept. */
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

/** A value with its place in a file. */
export interface Located<T> {
  readonly value: T;
  readonly file: SourceFile;
  readonly range: Range;
}

/** Plain text: shown as written, not parsed as Markdown. */
export type Text = Located<string>;

/**
 * A link's target: a file of the content folder, by its path there, or (`isPublic`) a file of `public`, by its path
 * from the site's top. Images have a width and height in pixels.
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

/**
 * The target of a link outside of prose. After resolving it is `/route`, an external address, or the address of
 * `asset`.
 */
export interface Destination extends Text {
  readonly asset?: AssetTarget;
}
