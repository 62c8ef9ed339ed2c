// `(Key)` and `(Key.member)` → the entity or member that is meant: by key, in the same language, on any page (format.md 4.5).

import { suggest, type Report } from '../diagnostics/index.ts';
import type {
  CollectedEntity,
  Deprecated,
  Description,
  Entity,
  FieldItem,
  Item,
  LanguageId,
  Page,
  EntityReference,
  ContentModel,
} from '../model/index.ts';

/** What an entity reference stands for. */
export type Referent =
  | { readonly kind: 'entity'; readonly found: CollectedEntity }
  | { readonly kind: 'member'; readonly found: CollectedEntity; readonly item: FieldItem };

/** What several entities of one key come down to, seen from a page. */
export type Choice = { readonly found: CollectedEntity } | { readonly tied: readonly CollectedEntity[] } | undefined;

/**
 * Chooses among entities of one key as seen from a page: those win whose folder shares the longest prefix with the
 * page's folder. Of several the first in path order is chosen where all of them describe the same.
 * @param describe what is taken of an entity, as a text to compare
 */
export function chooseEntity(
  candidates: readonly CollectedEntity[],
  page: Page,
  describe: (entity: Entity) => string,
): Choice {
  const [first] = candidates;
  if (first === undefined) return undefined;
  if (candidates.length === 1) return { found: first };
  const lengths = candidates.map((candidate) => commonFolders(page.folder, candidate.page.folder));
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const nearest = candidates.filter((_, i) => lengths[i] === longest);
  const content = describe(nearest[0]!.entity);
  return nearest.every(({ entity }) => describe(entity) === content) ? { found: nearest[0]! } : { tied: nearest };
}

/** Resolves an entity reference of a page's item list; reports one that means nothing or several different things. */
export function resolveEntityReference(
  model: ContentModel,
  page: Page,
  language: LanguageId,
  item: EntityReference,
  report: Report,
): Referent | undefined {
  const { member } = item;
  const candidates = model.entities.get(language)?.get(item.key) ?? [];
  const describe = member === undefined ? describeEntity : (entity: Entity) => describeMember(entity, member);
  const choice = chooseEntity(candidates, page, describe);
  if (choice === undefined) {
    const near = suggest(item.key, model.entities.get(language)?.keys() ?? []);
    report('unknown-reference', item, { name: item.key, language, near });
    return undefined;
  }
  if ('tied' in choice) {
    report('ambiguous-reference', item, { name: item.key, pages: choice.tied.map((found) => found.page.file.path) });
    return undefined;
  }
  const { found } = choice;
  if (member === undefined) return { kind: 'entity', found };
  const taken = findMember(found.entity, member);
  if (taken) return { kind: 'member', found, item: taken };
  const names = (found.entity.properties ?? []).flatMap((other) => (other.kind === 'field' ? [other.key.value] : []));
  report('unknown-member', item, { name: item.key, member, near: suggest(member, names) });
  return undefined;
}

function findMember(entity: Entity, name: string): FieldItem | undefined {
  return entity.properties?.find((item): item is FieldItem => item.kind === 'field' && item.key.value === name);
}

function describeMember(entity: Entity, name: string): string {
  const member = findMember(entity, name);
  return member ? JSON.stringify(describeItem(member)) : '';
}

function commonFolders(a: string, b: string): number {
  const left = a === '' ? [] : a.split('/');
  const right = b === '' ? [] : b.split('/');
  let count = 0;
  while (count < left.length && left[count] === right[count]) count++;
  return count;
}

/** Two definitions that say the same read the same to everybody: a tie between them needs no decision. `url` is no part. */
export function describeEntity(entity: Entity): string {
  return JSON.stringify([
    entity.id?.value,
    entity.title?.value,
    entity.type?.value,
    entity.optional?.value ?? false,
    describeDescription(entity.description),
    describeDeprecation(entity.deprecated),
    entity.since?.value,
    entity.default?.value,
    entity.patternBefore?.value,
    entity.sendsEmail,
    [entity.properties, entity.parameters, entity.returns].map((items) => items?.map(describeItem)),
  ]);
}

function describeItem(item: Item): unknown {
  if (item.kind === 'entity-reference') return [item.key, item.member];
  return [
    item.key.value,
    item.type?.value,
    item.optional?.value ?? false,
    describeDescription(item.description),
    describeDeprecation(item.deprecated),
    item.title?.value,
    item.display,
    item.default?.value,
    item.since?.value,
    item.properties.map(describeItem),
  ];
}

function describeDescription(description: Description | undefined): string | undefined {
  return description?.kind === 'placeholder' ? `(${description.path})` : description?.text.value;
}

function describeDeprecation(deprecated: Deprecated | undefined): string | boolean {
  return deprecated?.kind === 'markdown' ? deprecated.text.value : deprecated !== undefined;
}
