// The items of one list, language by language → comparable nodes: wrappers looked through, keys folded, variants dropped.

import type { Item, LanguageId, ReferenceItem } from '../../model/index.ts';

/** One item as matching sees it. */
export interface ItemNode {
  readonly item: Item;
  readonly language: LanguageId;
  /** Place in the order of joining: languages in built-in order, items in file order. */
  readonly order: number;
  readonly key: string;
  /** Lower-case letters and digits of the key. */
  readonly folded: string;
  /** Description path without a variant at its end; absent where the item has no placeholder. */
  readonly path?: string;
  readonly children: readonly ItemNode[];
  readonly isPlumbing: boolean;
}

/** A list of one language, its wrappers set apart. */
export interface ListNodes {
  /** Items of the list's top, those of its wrappers in their place. */
  readonly nodes: readonly ItemNode[];
  /** Wrappers, the outermost first. */
  readonly wrappers: readonly Item[];
}

/** What nodes are made with. */
export interface NodeContext {
  readonly variants: ReadonlySet<string>;
  readonly languageIds: ReadonlySet<string>;
  /** Key and description path of what a reference stands for; undefined where it stands for nothing. */
  readonly describe: (item: ReferenceItem) => { readonly key: string; readonly path?: string } | undefined;
}

const wrapperKeys = new Set(['options', 'opts', 'anonymous']);
const plumbingKeys = new Set(['ctx', 'err', 'cancellationToken', 'builder()']);

/**
 * Makes the nodes of a list.
 * @param mayWrap whether the list may have wrappers: `parameters` and `returns` do, `properties` do not
 * @param nextOrder gives each node its place in the order of joining
 */
export function makeNodes(
  items: readonly Item[],
  language: LanguageId,
  mayWrap: boolean,
  context: NodeContext,
  nextOrder: () => number,
): ListNodes {
  const wrappers: Item[] = [];
  const make = (item: Item): ItemNode => {
    const order = nextOrder();
    const { key, path } = describeItem(item, context);
    const children = item.kind === 'field' ? item.properties.map(make) : [];
    return {
      item,
      language,
      order,
      key,
      folded: foldKey(key),
      ...(path === undefined ? {} : { path: dropVariant(path, context.variants) }),
      children,
      isPlumbing: isPlumbing(key, path, context),
    };
  };
  const lookThrough = (inner: readonly Item[], isTop: boolean): readonly ItemNode[] =>
    inner.flatMap((item) => {
      if (!mayWrap || !isWrapper(item, inner, isTop, context)) return [make(item)];
      wrappers.push(item);
      return lookThrough(item.properties, false);
    });
  return { nodes: lookThrough(items, true), wrappers };
}

/** Containers that are an SDK's way of passing values, not a value: `options`, or the one thing that a method returns. */
function isWrapper(
  item: Item,
  siblings: readonly Item[],
  isTop: boolean,
  context: NodeContext,
): item is Item & { kind: 'field' } {
  if (item.kind !== 'field' || item.properties.length === 0) return false;
  if (wrapperKeys.has(item.key.value)) return true;
  if (!isTop || item.display === 'folded') return false;
  return siblings.every((other) => {
    const { key, path } = describeItem(other, context);
    return other === item || isPlumbing(key, path, context);
  });
}

/** Machinery of a language (`ctx`, `err`): it has an identity, but no other language lacks it. */
function isPlumbing(key: string, path: string | undefined, { languageIds }: NodeContext): boolean {
  return plumbingKeys.has(key) || (path !== undefined && languageIds.has(path.split('.')[0]!));
}

function describeItem(item: Item, { describe }: NodeContext): { key: string; path?: string } {
  if (item.kind === 'reference') return describe(item) ?? { key: item.member ?? item.key };
  const path = item.description?.kind === 'placeholder' ? item.description.path : undefined;
  return { key: item.key.value, ...(path === undefined ? {} : { path }) };
}

function foldKey(key: string): string {
  return key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function dropVariant(path: string, variants: ReadonlySet<string>): string {
  const dot = path.lastIndexOf('.');
  return dot > 0 && variants.has(path.slice(dot + 1)) ? path.slice(0, dot) : path;
}
