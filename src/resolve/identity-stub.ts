// Temporary.
import type { Item, LanguageId, ListName, ReferenceItem } from '../model/index.ts';
export interface Identities { byItem: ReadonlyMap<Item, { anchor?: string }>; clashes: readonly { item: Item; name: string; given: string }[] }
export function identifyItems(input: { entityId: string; forms: readonly { language: LanguageId; lists: readonly { name: ListName; items: readonly Item[] }[] }[]; variants: ReadonlySet<string>; languageIds: ReadonlySet<string>; languageOrder: readonly LanguageId[]; describe?: (item: ReferenceItem) => { key: string; path?: string } | undefined }): Identities {
  const byItem = new Map<Item, { anchor?: string }>();
  const walk = (items: readonly Item[], prefix: string): void => { for (const item of items) { const n = (item.kind === 'field' ? item.key.value : item.member ?? item.key).toLowerCase(); byItem.set(item, { anchor: `${prefix}.${n}` }); if (item.kind === 'field') walk(item.properties, `${prefix}.${n}`); } };
  for (const form of input.forms) for (const list of form.lists) walk(list.items, list.name === 'properties' ? input.entityId : `${input.entityId}.${list.name}`);
  return { byItem, clashes: [] };
}
