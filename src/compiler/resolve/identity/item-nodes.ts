// The rows of one list, language by language → comparable nodes: wrappers looked through, keys folded, variants dropped.

import type { FieldItem, LanguageId } from '../../model/index.ts';
import type { Range, SourceFile } from '../../source/index.ts';

/** What identity asks of a row. An entity reference stands here as what it stands for. */
export interface IdentityItem {
  /** Without suffixes that stand for a flag. */
  readonly key: string;
  /** Path of its description as written; absent where the description is no placeholder. */
  readonly path?: string | undefined;
  readonly display: FieldItem['display'];
  readonly children: readonly IdentityItem[];
  /** Whether it stands for another entity or its member: it is a field of that name, never a wrapper. */
  readonly isReference: boolean;
  /** Where a clash is reported. */
  readonly place: { readonly file: SourceFile; readonly range: Range };
}

/** One item as matching sees it. */
export interface ItemNode {
  readonly item: IdentityItem;
  readonly language: LanguageId;
  /** Place in the order of joining: languages in built-in order, items in file order. */
  readonly order: number;
  readonly key: string;
  /** Leading signs of the key, then its lower-case letters and digits: `_id`, `@type`, `createdat`. Never empty. */
  readonly folded: string;
  /** Lower-case letters and digits of the key; empty where it has none. */
  readonly letters: string;
  /** Description path without a variant at its end; absent where the item has no placeholder. */
  readonly path?: string | undefined;
  readonly children: readonly ItemNode[];
  readonly isPlumbing: boolean;
}

/** A list of one language, its wrappers set apart. */
export interface ListNodes {
  /** Items of the list's top, those of its wrappers in their place. */
  readonly nodes: readonly ItemNode[];
  /** Wrappers, the outermost first. */
  readonly wrappers: readonly IdentityItem[];
}

/** What nodes are made with. */
export interface NodeContext {
  /** Last segments of description paths that name a spelling, not another text: `lowercase`, … */
  readonly variants: ReadonlySet<string>;
  readonly languageIds: ReadonlySet<string>;
}

const wrapperKeys = new Set(['options', 'opts', 'anonymous']);
const plumbingKeys = new Set(['ctx', 'err', 'cancellationToken', 'builder()']);

/**
 * Makes the nodes of a list.
 * @param mayWrap whether the list may have wrappers: `parameters` and `returns` do, `properties` do not
 * @param nextOrder gives each node its place in the order of joining
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
    const isMachinery = isInPlumbing || isPlumbing(item, context);
    return {
      item,
      language,
      order,
      key,
      ...foldKey(key),
      path: path === undefined ? undefined : dropVariant(path, context.variants),
      children: item.children.map((child) => make(child, isMachinery)),
      isPlumbing: isMachinery,
    };
  };
  const lookThrough = (inner: readonly IdentityItem[], isTop: boolean): readonly ItemNode[] =>
    inner.flatMap((item) => {
      if (!mayWrap || !isWrapper(item, inner, isTop, context)) return [make(item, false)];
      wrappers.push(item);
      return lookThrough(item.children, false);
    });
  return { nodes: lookThrough(items, true), wrappers };
}

/** Containers that are an SDK's way of passing values, not a value: `options`, or the one thing that a method returns. */
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

/** Machinery of a language (`ctx`, `err`): it has an identity, but no other language lacks it. */
function isPlumbing({ key, path }: IdentityItem, { languageIds }: NodeContext): boolean {
  return plumbingKeys.has(key) || (path !== undefined && languageIds.has(path.split('.', 1)[0]!));
}

/** How keys are compared. Signs in front of a key tell fields apart: `_id` and `id`, `+1` and `-1`. */
export function foldKey(key: string): { readonly folded: string; readonly letters: string } {
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
