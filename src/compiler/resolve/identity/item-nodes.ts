// The rows of one list in one language → nodes that can be compared: without wrappers, with folded keys and without
// variants.

import type { FieldItem, LanguageId } from '../../model/index.ts';
import type { Range, SourceFile } from '../../source/index.ts';

/** The properties of a row that identity needs. For an entity reference, they are those of its target. */
export interface IdentityItem {
  /** The key without suffixes such as `?`. */
  readonly key: string;
  /** The path of its description as written. Absent if the description is not a placeholder. */
  readonly path?: string | undefined;
  readonly display: FieldItem['display'];
  readonly children: readonly IdentityItem[];
  /** Whether it is a reference to another entity or its member. Such a row is never a wrapper. */
  readonly isReference: boolean;
  /** The place at which a clash is reported. */
  readonly place: { readonly file: SourceFile; readonly range: Range };
}

/** One item for matching. */
export interface ItemNode {
  readonly item: IdentityItem;
  readonly language: LanguageId;
  /** Position in the order of joining: languages in built-in order, items in file order. */
  readonly order: number;
  readonly key: string;
  /** Leading signs of the key, then its lower-case letters and digits: `_id`, `@type`, `createdat`. Never empty. */
  readonly folded: string;
  /** Lower-case letters and digits of the key. May be empty. */
  readonly letters: string;
  /** Description path without a variant at its end. Absent if the item has no placeholder. */
  readonly path?: string | undefined;
  readonly children: readonly ItemNode[];
  readonly isPlumbing: boolean;
}

/** The nodes of a list in one language, separated from its wrappers. */
export interface ListNodes {
  /** The items of the list. The items inside wrappers replace the wrappers. */
  readonly nodes: readonly ItemNode[];
  /** Wrappers, the outermost first. */
  readonly wrappers: readonly IdentityItem[];
}

/** The settings of the site that nodes depend on. */
export interface NodeContext {
  /** Last segments of description paths that name a variant of a text: `lowercase`, … */
  readonly variants: ReadonlySet<string>;
  readonly languageIds: ReadonlySet<string>;
}

const wrapperKeys = new Set(['options', 'opts', 'anonymous']);
const plumbingKeys = new Set(['ctx', 'err', 'cancellationToken', 'builder()']);

/**
 * Creates the nodes of a list.
 * @param mayWrap whether the list may have wrappers: true for `parameters` and `returns`, false for `properties`
 * @param nextOrder returns the next position in the order of joining
 */
export function makeNodes(
  items: readonly IdentityItem[],
  language: LanguageId,
  mayWrap: boolean,
  context: NodeContext,
  nextOrder: () => number,
): ListNodes {
  const wrappers: IdentityItem[] = [];
  const make = (item: IdentityItem, isInPlumbing: boolean): ItemNode => {
    const order = nextOrder();
    const { key, path } = item;
    const isInner = isInPlumbing || isPlumbing(item, context);
    return {
      item,
      language,
      order,
      key,
      ...foldKey(key),
      path: path === undefined ? undefined : dropVariant(path, context.variants),
      children: item.children.map((child) => make(child, isInner)),
      isPlumbing: isInner,
    };
  };
  const withoutWrappers = (inner: readonly IdentityItem[], isTop: boolean): readonly ItemNode[] =>
    inner.flatMap((item) => {
      if (!mayWrap || !isWrapper(item, inner, isTop, context)) return [make(item, false)];
      wrappers.push(item);
      return withoutWrappers(item.children, false);
    });
  return { nodes: withoutWrappers(items, true), wrappers };
}

/**
 * Whether an item is a wrapper: a container that only passes values in an SDK. It is named `options` or similar, or it
 * is the only item of the list.
 */
function isWrapper(
  item: IdentityItem,
  siblings: readonly IdentityItem[],
  isTop: boolean,
  context: NodeContext,
): boolean {
  if (item.children.length === 0 || item.isReference) return false;
  if (wrapperKeys.has(item.key)) return true;
  if (!isTop || item.display === 'folded') return false;
  const [only, ...others] = siblings.filter((sibling) => !isPlumbing(sibling, context));
  return only === item && others.length === 0;
}

/**
 * Whether an item is plumbing, specific to its language (`ctx`, `err`). It does not count as missing in other
 * languages.
 */
function isPlumbing({ key, path }: IdentityItem, { languageIds }: NodeContext): boolean {
  return plumbingKeys.has(key) || (path !== undefined && languageIds.has(path.split('.', 1)[0]!));
}

/**
 * Folds a key for comparison. Leading signs of a key are kept: `_id` and `id` are different fields, and `+1` and `-1`
 * too.
 */
export function foldKey(key: string): { readonly folded: string; readonly letters: string } {
  if (/^[a-z\d]+$/.test(key)) return { folded: key, letters: key };
  const start = key.search(/[\p{L}\p{N}]/u);
  if (start < 0) return { folded: key, letters: '' };
  const letters = key
    .slice(start)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return { folded: key.slice(0, start) + letters, letters };
}

function dropVariant(path: string, variants: ReadonlySet<string>): string {
  const dot = path.lastIndexOf('.');
  return dot > 0 && variants.has(path.slice(dot + 1)) ? path.slice(0, dot) : path;
}
