// `reference.json` → the links in types, each with its place, and a sample of them for a person to check.

import { createHash } from 'node:crypto';
import { listNames, type Exported, type ExportedItem } from './exported.ts';

/** One documented name in a type, and its target. Only names and places: the corpus' text belongs to others. */
export interface TypeLink {
  readonly page: string;
  readonly entity: string;
  readonly language: string;
  /** List and names down to the field: `properties/data`. */
  readonly field: string;
  readonly name: string;
  readonly target: string;
}

/** A link with its type, for the person who checks it. */
export interface SeenTypeLink extends TypeLink {
  readonly type: string;
}

/** Links of all types as written, each once, also those of shared parameters. */
export function typeLinksOf({ pages }: Exported): readonly SeenTypeLink[] {
  const found = new Map<string, SeenTypeLink>();
  for (const { route, entities, shared } of pages) {
    const note = (entity: string, language: string, field: string, { type, typeLinks }: Typed): void => {
      for (const [i, { text, ...target }] of (typeLinks ?? []).entries()) {
        const link = {
          page: route,
          entity,
          language,
          field,
          name: text,
          target: `${target.route}#${target.id}`,
          type: type!,
        };
        found.set(`${route} ${entity} ${language} ${field} ${i}`, link);
      }
    };
    const visit = (entity: string, language: string, above: string, items: readonly ExportedItem[]): void => {
      for (const [i, item] of items.entries()) {
        const field = `${above}/${item.name ?? i}`;
        // The items of a reference are written elsewhere.
        if (item.reference) continue;
        note(entity, language, field, item);
        visit(entity, language, field, item.items);
      }
    };
    for (const { id, forms } of entities) {
      for (const form of Object.values(forms)) {
        for (const name of listNames) visit(id, form.source, name, form[name] ?? []);
      }
    }
    for (const parameter of shared) note('', parameter.language, parameter.key, parameter);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

type Typed = Pick<ExportedItem, 'type' | 'typeLinks'>;

/** Some of the links. The same seed chooses the same links, also if other links are added or removed. */
export function sampleTypeLinks(links: readonly SeenTypeLink[], seed: string, count: number): readonly SeenTypeLink[] {
  const hashOf = ({ page, entity, language, field, name }: SeenTypeLink): string =>
    createHash('sha256').update([seed, page, entity, language, field, name].join('\n')).digest('hex');
  const chosen = links
    .map((link) => [hashOf(link), link] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, count);
  return chosen.map(([, link]) => link).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

function placeOf({ page, entity, language, field, name }: TypeLink): string {
  return [page, entity, language, field, name].join(' ');
}
