// An entity's fields in all languages → those that one language lacks, so that the address of a field leads to an answer
// in every language: to the field, or to a line that says which languages have it.

import type {
  AbsentView,
  Language,
  LanguageId,
  LanguageLinkView,
  ListView,
  ResolvedEntity,
  ResolvedItem,
  RowView,
} from '../model/index.ts';

interface AbsentOptions {
  readonly languages: readonly Language[];
  readonly linkTo: (language: Language) => LanguageLinkView;
}

/** @param lists what the page shows of the entity */
export function viewAbsent(
  entity: ResolvedEntity,
  lists: readonly ListView[],
  { languages, linkTo }: AbsentOptions,
): readonly AbsentView[] {
  const shown = new Set(lists.flatMap((list) => [...(list.anchor === undefined ? [] : [list.anchor]), ...anchorsOf(list.rows)]));
  const owners = new Map<string, Set<LanguageId>>();
  for (const [language, { lists: own }] of entity.forms) {
    for (const anchor of own.flatMap(({ items }) => [...anchorsOf(items)])) {
      if (shown.has(anchor)) continue;
      const known = owners.get(anchor);
      if (known) known.add(language);
      else owners.set(anchor, new Set([language]));
    }
  }
  return [...owners]
    .filter(([anchor]) => ![...shown].some((other) => other.startsWith(`${anchor}.`)))
    .map(([anchor, ids]) => ({
      anchor,
      name: nameIn(entity, anchor),
      available: languages
        .filter(({ id }) => ids.has(id))
        .map((language) => ({ ...linkTo(language), href: `${linkTo(language).href}#${encodeURIComponent(anchor)}` })),
    }));
}

/** Anchors of rows; a container that is unwrapped has none of its own. */
function* anchorsOf(rows: readonly (RowView | ResolvedItem)[]): Generator<string> {
  for (const { anchor, children } of rows) {
    if (anchor !== undefined) yield anchor;
    yield* anchorsOf(children);
  }
}

/** `organization_id` of `connection.organization_id`, `limit` of `list_connections.parameters.limit`. */
function nameIn({ id }: ResolvedEntity, anchor: string): string {
  const rest = anchor.startsWith(`${id}.`) ? anchor.slice(id.length + 1) : anchor;
  return rest.replace(/^(?:parameters|returns)\./, '');
}
