// `(Key)` and `(Key.member)` → the entity or member with that key, in the same language, on any page (format.md 4.5).

import type { Report } from '../diagnostics/index.ts';
import { suggest } from '../text/index.ts';
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

/** The target of an entity reference. */
export type Referent =
  | { readonly kind: 'entity'; readonly found: CollectedEntity }
  | { readonly kind: 'member'; readonly found: CollectedEntity; readonly item: FieldItem };

/** The result of a choice: one entity, or several if the choice is ambiguous. */
export type Choice = { readonly found: CollectedEntity } | { readonly tied: readonly CollectedEntity[] } | undefined;

/**
 * Chooses one of several entities with the same key. Those nearest to the page win: their folder shares the longest
 * prefix with the folder of the page. If several are nearest and have equal content, the first in path order is chosen.
 * @param describe returns the content of an entity as a text, for comparison
 * @returns undefined if there are no candidates
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
  const maxLength = lengths.reduce((max, length) => Math.max(max, length), 0);
  const nearest = candidates.filter((_, i) => lengths[i] === maxLength);
  const content = describe(nearest[0]!.entity);
  return nearest.every(({ entity }) => describe(entity) === content) ? { found: nearest[0]! } : { tied: nearest };
}

/** Resolves an entity reference in a list of a page. Reports unknown and ambiguous references and returns undefined. */
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

/**
 * The content of an entity as a text, for comparison. Two entities with equal content are not ambiguous. `url` is
 * ignored.
 */
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
