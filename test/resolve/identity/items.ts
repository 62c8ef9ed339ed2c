// Items in one line each, for tests of matching.

import type { FieldItem, Item, LanguageId, ListName, ReferenceItem } from '../../../src/model/index.ts';
import { identifyItems, type Identities } from '../../../src/resolve/identity/index.ts';
import type { SourceFile } from '../../../src/source/index.ts';

const file: SourceFile = { path: 'page.mdx', text: '' };
const range = { start: 0, end: 0 };

/** An item with a key, the path of its description, and what is inside. */
export function item(
  key: string,
  path?: string,
  properties: readonly Item[] = [],
  display: FieldItem['display'] = 'folded',
): FieldItem {
  return {
    kind: 'field',
    key: { value: key, file, range },
    ...(path === undefined ? {} : { description: { kind: 'placeholder', path, file, range } }),
    properties,
    isBare: path === undefined && properties.length === 0,
    display,
    range,
  };
}

export function reference(key: string, member?: string): ReferenceItem {
  return { kind: 'reference', key, ...(member === undefined ? {} : { member }), file, range };
}

export type Forms = Readonly<Record<LanguageId, Partial<Record<ListName, readonly Item[]>>>>;

export function identify(forms: Forms, paths: Readonly<Record<string, string>> = {}): Identities {
  const languageOrder = ['curl', 'js', 'python', 'ruby', 'go', 'php', 'java', 'dotnet', 'json', 'rust'];
  return identifyItems({
    entityId: 'thing',
    forms: Object.entries(forms).map(([language, lists]) => ({
      language,
      lists: Object.entries(lists).map(([name, items]) => ({ name: name as ListName, items: items ?? [] })),
    })),
    variants: new Set(['self', 'lowercase', 'uppercase', 'titlecase', 'camelcase']),
    languageIds: new Set(languageOrder),
    languageOrder,
    describe: ({ key, member }) => {
      const path = paths[key];
      return { key: member ?? key, ...(path === undefined ? {} : { path }) };
    },
  });
}

/** Each field as `anchor: language:key …`; `-` where an item has no anchor. */
export function describeFields({ lists, byItem }: Identities): readonly string[] {
  return lists.flatMap(({ fields }) =>
    fields.map(({ nodes }) => {
      const anchors = new Set(
        nodes.map((node) => byItem.get(node.item)?.anchor).filter((anchor) => anchor !== undefined),
      );
      return `${[...anchors].join('|') || '-'}: ${nodes.map(({ language, key }) => `${language}:${key}`).join(' ')}`;
    }),
  );
}
