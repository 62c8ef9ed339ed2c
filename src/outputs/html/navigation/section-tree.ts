// A section's links → the same tree, prepared once: with parents, the place of each page, and the page that opens a
// branch.

import { isBelow, type NavigationLink, type ResolvedSection } from '../../../compiler/model/index.ts';

/** A link of a section's tree. */
export interface TreeEntry {
  readonly link: NavigationLink;
  /** Route of the link; undefined for a group, a file and an address elsewhere. */
  readonly route: string | undefined;
  readonly parent: TreeEntry | undefined;
  readonly children: readonly TreeEntry[];
  /** Its place among its siblings, from 0. */
  readonly index: number;
}

export interface SectionTree {
  readonly section: ResolvedSection;
  readonly top: readonly TreeEntry[];
  /** All entries, parents before children. */
  readonly entries: readonly TreeEntry[];
  /** The first entry that links to a route: the page's place in this section. */
  readonly places: ReadonlyMap<string, TreeEntry>;
  /** Pages of the section itself in tree order, for the previous and next links. */
  readonly pages: readonly TreeEntry[];
  /** Index in `pages` by route. */
  readonly order: ReadonlyMap<string, number>;
}

export function makeSectionTree(section: ResolvedSection): SectionTree {
  const entries: TreeEntry[] = [];
  const grow = (links: readonly NavigationLink[], parent: TreeEntry | undefined): readonly TreeEntry[] =>
    links.map((link, index) => {
      const children: TreeEntry[] = [];
      const entry: TreeEntry = { link, route: routeOf(link), parent, children, index };
      entries.push(entry);
      for (const child of grow(link.links, entry)) children.push(child);
      return entry;
    });
  const top = grow(section.links, undefined);
  const pages = entries.filter(({ route }) => route !== undefined && isBelow(section.path, route));
  return { section, top, entries, pages, places: firstByRoute(entries), order: new Map(numbered(pages)) };
}

/** The entries above one, the topmost first. */
export function entriesAbove(entry: TreeEntry): readonly TreeEntry[] {
  return entry.parent === undefined ? [] : [...entriesAbove(entry.parent), entry.parent];
}

/** Indexes from the top level down, as they are in the section's file. */
export function positionOf(entry: TreeEntry): string {
  return entry.parent === undefined ? String(entry.index) : `${positionOf(entry.parent)}.${entry.index}`;
}

/**
 * The route whose page shows a branch open: the branch's own page, or for a group without one its first page.
 * Undefined if no page of the section has its place in the branch.
 */
export function routeThatOpens(tree: SectionTree, branch: TreeEntry): string | undefined {
  const hasPlace = ({ route }: TreeEntry, entry: TreeEntry): boolean =>
    route !== undefined && isBelow(tree.section.path, route) && tree.places.get(route) === entry;
  if (branch.link.url !== undefined) return hasPlace(branch, branch) ? branch.route : undefined;
  return firstWithin(branch.children, (entry) => hasPlace(entry, entry))?.route;
}

function firstWithin(entries: readonly TreeEntry[], fits: (entry: TreeEntry) => boolean): TreeEntry | undefined {
  for (const entry of entries) {
    const found = fits(entry) ? entry : firstWithin(entry.children, fits);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstByRoute(entries: readonly TreeEntry[]): ReadonlyMap<string, TreeEntry> {
  const places = new Map<string, TreeEntry>();
  for (const entry of entries) {
    if (entry.route !== undefined && !places.has(entry.route)) places.set(entry.route, entry);
  }
  return places;
}

/** Routes with their indexes, in reverse, so that the first occurrence of a route wins in a map. */
function numbered(pages: readonly TreeEntry[]): [string, number][] {
  return pages.map(({ route }, i): [string, number] => [route!, i]).toReversed();
}

/** Route of a link to a page; undefined for a group, a file or an address elsewhere. */
function routeOf(link: NavigationLink): string | undefined {
  return link.url?.asset === undefined && link.url?.value.startsWith('/') ? link.url.value.slice(1) : undefined;
}
