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
  const referenced = namesOfReferences(model);
  const readElsewhere = findReadElsewhere({ model, pages }, referenced);
  return {
    collectedSite: model.site,
    site,
    sections: sections.map((section) => ({ ...section, links: section.links.map(withoutPlaces) })),
    redirects,
    assets: model.assets,
    publicFiles: model.publicFiles,
    pages: [...pages.values()].map((page) => listPage(page, [...(readElsewhere.get(page.page) ?? [])])),
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
 */
export function listPage(resolved: ResolvedPage, readElsewhere: readonly number[]): PageFacts {
  const { route, page, title, languages, entities, blocks } = resolved;
  return {
    route,
    path: page.file.path,
    title,
    isDamaged: page.isDamaged,
    languages: languages && [...languages],
    entities: entities.map(({ id, forms }) => ({ id, forms: [...forms].map(listForm) })),
    readElsewhere,
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

/**
 * Where the texts begin that other pages show, and those of entities with the same key as another one: their texts
 * decide which of them an entity reference or a type means.
 */
function findReadElsewhere(
  { model, pages }: Pick<ResolvedModel, 'model' | 'pages'>,
  referenced: ReadonlySet<string>,
): ReadonlyMap<Page, ReadonlySet<number>> {
  const byFile = new Map([...model.pages.values()].map((page) => [page.file, page]));
  const found = new Map<Page, Set<number>>();
  const add = (text: MarkdownText): void => {
    const page = byFile.get(text.file)!;
    const known = found.get(page) ?? new Set();
    found.set(page, known.add(text.node.range.start));
  };
  for (const { page, entities, shared } of pages.values()) {
    const shown = [...markdownOf(entities), ...ownTexts(entities), ...shared.map(({ description }) => description)];
    for (const text of shown) if (text !== undefined && text.file !== page.file) add(text);
  }
  for (const byKey of model.entities.values()) {
    for (const [key, same] of byKey) {
      if (same.length < 2) continue;
      for (const { entity } of same) if (isObject(entity) || referenced.has(key)) writtenTexts(entity).forEach(add);
    }
  }
  return found;
}

function ownTexts(entities: readonly ResolvedEntity[]): readonly (MarkdownText | undefined)[] {
  return [...formsOf(entities)].map(({ description }) => description);
}

/** The keys in all entity references. */
function namesOfReferences(model: ContentModel): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (items: readonly Item[] = []): void => {
    for (const item of items) {
      if (item.kind === 'entity-reference') keys.add(item.key);
      else visit(item.properties);
    }
  };
  for (const page of model.pages.values()) {
    for (const { properties, parameters, returns } of [...page.entities.values()].flat()) {
      for (const items of [properties, parameters, returns]) visit(items);
    }
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
