// Rows that are written in one line each, for tests of matching.

import type { LanguageId, ListName } from '../../../src/compiler/model/index.ts';
import { identifyItems, type Identities, type IdentityItem } from '../../../src/compiler/resolve/identity/index.ts';
import type { SourceFile } from '../../../src/compiler/source/index.ts';

const file: SourceFile = { path: 'page.mdx', text: '' };
const range = { start: 0, end: 0 };

/** A row with a key, the path of its description, and the rows inside it. */
export function item(
  key: string,
  path?: string,
  children: readonly IdentityItem[] = [],
  display: IdentityItem['display'] = 'folded',
): IdentityItem {
  return {
    key,
    ...(path === undefined ? {} : { path }),
    children,
    display,
    isReference: false,
    place: { file, range },
  };
}

export type Forms = Readonly<Record<LanguageId, Partial<Record<ListName, readonly IdentityItem[]>>>>;

export function identify(forms: Forms): Identities {
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
