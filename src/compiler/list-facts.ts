// A compiled site → the facts that a later build needs to compile an edited page without the others.

import type { Diagnostic } from './diagnostics/index.ts';
import {
  fieldsOf,
  formsOf,
  leavesOf,
  markdownOf,
  optionsOf,
  type ContentModel,
  type Description,
  type Entity,
  type EntityForm,
  type FormFacts,
  type Item,
  type LeafPlaces,
  type LinkTarget,
  type MarkdownText,
  type MergedNode,
  type NavigationLink,
  type Page,
  type PageFacts,
  type ResolvedEntity,
  type ResolvedModel,
  type ResolvedPage,
  type SiteFacts,
} from './model/index.ts';

/**
 * The facts of a site; undefined if files are missing from it.
 * @param diagnostics all findings about it
 */
export function listFacts(
  { model, site, sections, redirects, pages }: ResolvedModel,
  diagnostics: readonly Diagnostic[],
): SiteFacts | undefined {
  if (model.lostRoutes.size + model.lostFolders.size > 0) return undefined;
  const indexes = new Map([...model.pages.values()].map((page, i) => [page, i]));
  const inPage = new Map(
    [...model.pages.values()].flatMap((page) =>
      [...page.entities.values()].flatMap((entities) => entities.map((entity, i) => [entity, i] as const)),
    ),
  );
  const referenced = new Set([...model.pages.values()].flatMap((page) => [...namesOfReferences(page)]));
  const compared = findCompared(model, referenced);
  const readElsewhere = findReadElsewhere([...pages.values()], compared);
  return {
    collectedSite: model.site,
    site,
    sections: sections.map((section) => ({ ...section, links: section.links.map(withoutPlaces) })),
    redirects,
    assets: model.assets,
    publicFiles: model.publicFiles,
    pages: [...pages.values()].map((page) => {
      const { path } = page.page.file;
      return listPage(page, [...(readElsewhere.get(path) ?? [])], [...(compared.get(path) ?? [])]);
    }),
    entities: new Map(
      [...model.entities].map(([language, byKey]) => [
        language,
        new Map(
          [...byKey].map(([key, all]) => [
            key,
            all.flatMap(({ page, entity }) => [indexes.get(page)!, inPage.get(entity)!]),
          ]),
        ),
      ]),
    ),
    descriptions: listLeaves(model.descriptions, indexes),
    found: new Set(diagnostics.flatMap(filesOf)),
    referenced,
    hasDangling: model.site.redirects.length > redirects.size || [...pages.values()].some(hasDangling),
    withoutNavigation: new Set(sections.flatMap(({ path }) => (model.navigation.has(path) ? [] : path))),
  };
}

/**
 * The facts of a page.
 * @param readElsewhere where the texts begin in its file that other pages read
 * @param compared those of them that decide which entity a name means
 */
export function listPage(
  resolved: ResolvedPage,
  readElsewhere: readonly number[],
  compared: readonly number[],
): PageFacts {
  const { route, page, title, languages, entities, blocks } = resolved;
  return {
    route,
    path: page.file.path,
    title,
    isDamaged: page.isDamaged,
    languages: languages && [...languages],
    entities: entities.map(({ id, forms }) => ({ id, forms: [...forms].map(listForm) })),
    readElsewhere,
    compared,
    shows: [...new Set(listForeignTexts(resolved).map(({ file }) => file.path))],
    references: [...namesOfReferences(page)],
    stems: [...new Set(blocks.flatMap(({ panels }) => panels.flatMap(({ stem }) => stem ?? [])))],
    anchors: [...new Set([...resolved.links.values()].flatMap((target) => anchorElsewhere(target, route)))],
  };
}

/** The anchor of another page that a link leads to. */
function anchorElsewhere(target: LinkTarget, route: string): readonly string[] {
  if (target.kind !== 'page' || target.anchor === undefined || target.route === route) return [];
  return [`${target.route}#${target.anchor}`];
}

function hasDangling({ links }: ResolvedPage): boolean {
  return [...links.values()].some(({ kind }) => kind === 'dangling');
}

/** A link without its place, which is in a file of the content. */
function withoutPlaces(link: NavigationLink): NavigationLink {
  const { url } = link;
  const range = { start: 0, end: 0 };
  const target = url && { value: url.value, ...(url.asset && { asset: url.asset }), file: noFile, range };
  return { ...link, ...(target && { url: target }), links: link.links.map(withoutPlaces) };
}

const noFile = { path: '', text: '' };

/** The files that a finding names. */
function filesOf({ file, related }: Diagnostic): readonly string[] {
  return [file, ...related.flatMap(({ source }) => source?.path ?? [])];
}

function listForm([language, form]: [string, EntityForm]): FormFacts {
  const { source, kind, entity } = form;
  const { key, title, type, patternBefore } = entity;
  const options = optionsOf(form);
  return {
    language,
    source,
    kind,
    key: key.value,
    ...(title && { title: title.value }),
    ...(type && { type: type.value }),
    ...(patternBefore && { patternBefore: patternBefore.value }),
    ...(options.length > 0 && {
      options: options.map(({ type: own, anchor, display }) => ({ type: own, anchor, display })),
    }),
  };
}

function listLeaves(tree: ReadonlyMap<string, MergedNode>, indexes: ReadonlyMap<Page, number>): LeafPlaces {
  const places = new Map<Page, ReadonlyMap<Description, number>>();
  const leafOf = (page: Page, description: Description): number => {
    const known = places.get(page) ?? new Map(leavesOf(page.descriptions).map((leaf, i) => [leaf.description, i]));
    places.set(page, known);
    return known.get(description)!;
  };
  const visit = (table: ReadonlyMap<string, MergedNode>): LeafPlaces =>
    new Map(
      [...table].map(([key, node]) => [
        key,
        node.kind === 'branch'
          ? visit(node.table)
          : ([indexes.get(node.page)!, leafOf(node.page, node.description)] as const),
      ]),
    );
  return visit(tree);
}

/** Where texts begin, by the path of their file. */
type TextPlaces = ReadonlyMap<string, ReadonlySet<number>>;

function placesOf(texts: Iterable<MarkdownText>): TextPlaces {
  const found = new Map<string, Set<number>>();
  for (const { file, node } of texts) {
    const known = found.get(file.path) ?? new Set();
    found.set(file.path, known.add(node.range.start));
  }
  return found;
}

/** The texts of entities with the same key as another one: they decide which of them a reference or a type means. */
function findCompared(model: ContentModel, referenced: ReadonlySet<string>): TextPlaces {
  const texts: MarkdownText[] = [];
  for (const byKey of model.entities.values()) {
    for (const [key, same] of byKey) {
      if (same.length < 2) continue;
      for (const { entity } of same) {
        if (!isObject(entity) && !referenced.has(key)) continue;
        for (const text of writtenTexts(entity)) texts.push(text);
      }
    }
  }
  return placesOf(texts);
}

/**
 * The texts that other pages read.
 * @param pages that may show texts of others
 * @param compared texts that decide which entity a name means
 */
export function findReadElsewhere(pages: readonly ResolvedPage[], compared: TextPlaces): TextPlaces {
  const shown = placesOf(pages.flatMap(listForeignTexts));
  return new Map(
    [...shown.keys(), ...compared.keys()].map((path) => [
      path,
      new Set([...(shown.get(path) ?? []), ...(compared.get(path) ?? [])]),
    ]),
  );
}

/** The texts of other pages that a page shows. */
function listForeignTexts({ page, entities, shared }: ResolvedPage): readonly MarkdownText[] {
  const shown = [...markdownOf(entities), ...ownTexts(entities), ...shared.map(({ description }) => description)];
  return shown.flatMap((text) => (text === undefined || text.file === page.file ? [] : text));
}

function ownTexts(entities: readonly ResolvedEntity[]): readonly (MarkdownText | undefined)[] {
  return [...formsOf(entities)].map(({ description }) => description);
}

/** The keys in the entity references of a page. */
function namesOfReferences(page: Page): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (items: readonly Item[] = []): void => {
    for (const item of items) {
      if (item.kind === 'entity-reference') keys.add(item.key);
      else visit(item.properties);
    }
  };
  for (const { properties, parameters, returns } of [...page.entities.values()].flat()) {
    for (const items of [properties, parameters, returns]) visit(items);
  }
  return keys;
}

/** Whether types may mean an entity. */
function isObject({ parameters, returns }: Entity): boolean {
  return parameters === undefined && returns === undefined;
}

/** The Markdown texts that are written in an entity. */
function writtenTexts(entity: Entity): readonly MarkdownText[] {
  return [entity, ...fieldsOf(entity)].flatMap(({ description, deprecated }) =>
    [description, deprecated].flatMap((each) => (each?.kind === 'markdown' ? [each.text] : [])),
  );
}
