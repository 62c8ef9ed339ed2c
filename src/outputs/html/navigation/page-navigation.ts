// The navigation of a site → everything that one page shows of it; and the pages that differ only in the tree beside
// them, after titles of links have changed.

import type { Address, NavigationView, ResolvedModel, ViewWords } from '../../../compiler/model/index.ts';
import { addressesOf } from '../addresses.ts';
import { SiteNavigation } from './view-navigation.ts';

/** Everything that the page at an address shows of the navigation. Views of pages read nothing else of it. */
export type PageNavigation = ReturnType<typeof viewPageNavigation>;

/** @param words of the interface, of which titles consist */
export function viewPageNavigation(
  navigation: SiteNavigation,
  address: Address,
  { pages }: Pick<ResolvedModel, 'pages'>,
  words: Pick<ViewWords, 'allPages'>,
) {
  const { route } = address;
  const letters = navigation.letters(address);
  return {
    header: navigation.header(address),
    tree: navigation.tree(address),
    largeSection: navigation.largeSection(route, words),
    letters,
    trail: navigation.trail(route),
    sections: pages.has(route) || letters !== undefined ? undefined : navigation.sections(address),
    /** Shown only if the page says so. */
    neighbours: navigation.neighbours(address),
  };
}

/** The tree beside a page before and after a change of titles. */
export interface ChangedTree {
  readonly address: Address;
  readonly before: readonly NavigationView[];
  readonly after: readonly NavigationView[];
}

/**
 * Compares pages of two sites that differ only in the titles of navigation links.
 * @returns by route, the trees of all its addresses that differ; only routes of pages that differ in nothing else
 */
export function listChangedTrees(
  before: ResolvedModel,
  after: ResolvedModel,
  routes: readonly string[],
): ReadonlyMap<string, readonly ChangedTree[]> {
  const [old, now] = [new SiteNavigation(before), new SiteNavigation(after)];
  const compare = (address: Address): ChangedTree | undefined => {
    const page = after.pages.get(address.route);
    if (page === undefined) return undefined;
    const { tree: oldTree, neighbours: oldNeighbours, ...oldRest } = viewPageNavigation(old, address, before, titles);
    const { tree, neighbours, ...rest } = viewPageNavigation(now, address, after, titles);
    if (!isSame(oldRest, rest)) return undefined;
    if (!isSame(oldNeighbours, neighbours) && page.page.showNextPage) return undefined;
    return { address, before: oldTree, after: tree };
  };
  const changed = new Map<string, readonly ChangedTree[]>();
  for (const route of routes) {
    const trees = addressesOf(after, route).map(compare);
    if (trees.every((tree) => tree !== undefined))
      changed.set(
        route,
        trees.filter((tree) => !isSame(tree.before, tree.after)),
      );
  }
  return changed;
}

/** Words with the titles of sections, which a comparison needs only as they are. */
const titles = { allPages: (section: string): string => section };

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
