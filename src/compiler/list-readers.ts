// Edited pages → the pages that may show their texts and rows.

import type { PageFacts, SiteFacts } from './model/index.ts';

/**
 * The other pages that show texts of some pages, that refer to entities of them, or to entities of the pages found.
 * @param paths of the edited pages
 * @param max most pages to find
 * @returns undefined if there are more
 */
export function listReaders(
  facts: SiteFacts,
  paths: ReadonlySet<string>,
  max: number,
): readonly PageFacts[] | undefined {
  const keysOf = listKeys(facts);
  const keys = new Set([...paths].flatMap((path) => [...(keysOf.get(path) ?? [])]));
  const found = new Set<PageFacts>();
  for (let size = -1; size < found.size;) {
    size = found.size;
    for (const page of facts.pages) {
      if (found.has(page) || paths.has(page.path)) continue;
      const isReader = page.shows.some((path) => paths.has(path)) || page.references.some((key) => keys.has(key));
      if (!isReader) continue;
      found.add(page);
      for (const key of keysOf.get(page.path) ?? []) keys.add(key);
    }
    if (found.size > max) return undefined;
  }
  return [...found];
}

/** The keys of the entities of each page, by the path of its file. */
function listKeys({ entities, pages }: SiteFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const keysOf = new Map<string, Set<string>>();
  for (const byKey of entities.values()) {
    for (const [key, places] of byKey) {
      for (let i = 0; i < places.length; i += 2) {
        const { path } = pages[places[i]!]!;
        const known = keysOf.get(path) ?? new Set<string>();
        keysOf.set(path, known.add(key));
      }
    }
  }
  return keysOf;
}
