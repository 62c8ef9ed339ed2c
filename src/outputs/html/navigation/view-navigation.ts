// Sections and their trees → the header, the navigation beside a page, its breadcrumb, and its previous and next links.

import { httpLanguage } from '../../../compiler/languages/index.ts';
import {
  sectionOf,
  type Address,
  type LargeSectionView,
  type LetterView,
  type LinkView,
  type NavigationView,
  type ResolvedModel,
  type ResolvedSection,
} from '../../../compiler/model/index.ts';
import { hrefOfDestination, hrefTo, pathOf, wayUp } from '../addresses.ts';
import { routeFrom } from '../../../compiler/source/index.ts';
import { listLetters } from './list-letters.ts';
import { isWhole, maxLinks, narrowLevels, type LevelPart } from './narrow-tree.ts';
import {
  entriesAbove,
  makeSectionTree,
  positionOf,
  routeThatOpens,
  type SectionTree,
  type TreeEntry,
} from './section-tree.ts';
import { sectionFile, writeSectionFiles } from './write-section-files.ts';
import { verbOf } from '../entity/view-signature.ts';

/**
 * Last segment of the route of a section's list. It begins with `_`, as no page's name does, so routes cannot clash.
 */
const listName = '_all';
/** Minimum number of links per section on a page that shows all sections. */
const fewest = 5;

/** Navigation of a whole site, prepared once; each method computes the part for one page. */
export class SiteNavigation {
  readonly #resolved: ResolvedModel;
  readonly #trees: ReadonlyMap<ResolvedSection, SectionTree>;
  readonly #sections = new Map<string, ResolvedSection | undefined>();
  readonly #verbs = new Map<string, string | undefined>();
  /** The tree of the last page. The addresses of a page are viewed one after the other, and most have the same tree. */
  #last: { readonly place: string; readonly links: readonly NavigationView[] } | undefined;

  constructor(resolved: ResolvedModel) {
    this.#resolved = resolved;
    this.#trees = new Map(resolved.sections.map((section) => [section, makeSectionTree(section)]));
  }

  /** The site's sections and extra links, as the header shows them. */
  header(address: Address): readonly LinkView[] {
    const { route } = address;
    const current = this.#sectionOf(route);
    const sections = this.#resolved.sections.flatMap((section) => {
      const target = this.#startOf(section);
      return target === undefined
        ? []
        : [{ title: section.title, href: hrefTo(route, target), isCurrent: section === current }];
    });
    const extra = this.#resolved.site.header.map(({ title, url }) => ({
      title,
      href: hrefOfDestination(address, url),
      isCurrent: route !== '' && routeFrom(url.value) === route,
    }));
    return [...sections, ...extra];
  }

  /**
   * The tree beside a page: its section's tree, or the part of a large tree around the page. Addresses of a page with
   * the same tree get the same array, which is then drawn once.
   */
  tree(address: Address): readonly NavigationView[] {
    // Only the relative paths of files depend on the language.
    const place = `${wayUp(pathOf(address))} ${address.route}`;
    if (this.#last?.place !== place) this.#last = { place, links: this.#viewTree(address) };
    return this.#last.links;
  }

  #viewTree(address: Address): readonly NavigationView[] {
    const tree = this.#treeOf(address.route);
    if (tree === undefined) return [];
    return isWhole(tree) ? tree.top.map((entry) => this.#whole(address, entry)) : this.#narrow(tree, address);
  }

  /** Set if `tree` returns only a part. */
  largeSection(route: string, words: { readonly allPages: (section: string) => string }): LargeSectionView | undefined {
    const tree = this.#treeOf(route);
    if (tree === undefined || isWhole(tree)) return undefined;
    const list = listRoute(tree);
    const all = { title: words.allPages(tree.section.title), href: hrefTo(route, list), isCurrent: route === list };
    return { file: sectionFile(tree), all, count: tree.entries.length };
  }

  /** Routes of the pages that list a large section. */
  get lists(): readonly string[] {
    return [...this.#trees.values()].filter((tree) => !isWhole(tree)).map(listRoute);
  }

  /** The tree of the large section that a page is in, of which it shows only a part; undefined for other routes. */
  partOf(route: string): SectionTree | undefined {
    const tree = this.#treeOf(route);
    return tree === undefined || isWhole(tree) || listRoute(tree) === route ? undefined : tree;
  }

  /** All links of a section by letter, for the page of one of `lists`; undefined for other routes. */
  letters(address: Address): readonly LetterView[] | undefined {
    const { route } = address;
    const tree = this.#treeOf(route);
    if (tree === undefined || isWhole(tree) || listRoute(tree) !== route) return undefined;
    return listLetters(tree).map(({ letter, entries }) => ({
      letter,
      anchor: `-letter-${letter === '#' ? 'other' : letter.toLowerCase()}`,
      links: entries.map((entry) => ({
        ...this.#link(address, entry),
        links: [],
        above: entry.parent?.link.title,
      })),
    }));
  }

  /** Files with the trees of large sections, by path from the top of the output. */
  files(): ReadonlyMap<string, string> {
    return writeSectionFiles(this.#trees.values(), (route) => this.#verb(route));
  }

  /**
   * All sections with their trees, for a page without a section; if that is too much, the first links of each section.
   */
  sections(address: Address): readonly NavigationView[] {
    const { route } = address;
    const trees = [...this.#trees.values()];
    const count = trees.reduce((sum, { entries }) => sum + entries.length, 0);
    const max = count <= maxLinks ? undefined : Math.max(fewest, Math.floor(maxLinks / trees.length));
    return trees.map((tree) => {
      const start = this.#startOf(tree.section);
      return {
        title: tree.section.title,
        href: start === undefined ? undefined : hrefTo(route, start),
        isCurrent: false,
        links:
          max === undefined
            ? tree.top.map((entry) => this.#whole(address, entry))
            : this.#first(tree, address, max, isWhole(tree) ? start : listRoute(tree)),
      };
    });
  }

  /** The first links of a section's top level, and a link to the rest. */
  #first(tree: SectionTree, address: Address, max: number, rest: string | undefined): readonly NavigationView[] {
    const { route } = address;
    const shown = tree.top.slice(0, max);
    const links = shown.map((entry): NavigationView => {
      const href = hrefTo(route, routeThatOpens(tree, entry) ?? rest ?? '');
      return { href, ...this.#link(address, entry), links: [] };
    });
    const left = tree.entries.length - shown.length;
    if (left === 0 || rest === undefined) return links;
    return [...links, { title: '', href: hrefTo(route, rest), isCurrent: false, links: [], left }];
  }

  /** The steps from the section to a page's parent in its tree; `route` is absent on groups without a page. */
  trail(route: string): readonly { readonly title: string; readonly route?: string | undefined }[] {
    const tree = this.#treeOf(route);
    if (tree === undefined) return [];
    const start = this.#startOf(tree.section);
    const place = tree.places.get(route);
    const steps = [
      { title: tree.section.title, route: start },
      ...(place === undefined ? [] : entriesAbove(place)).map(({ link, route: target }) => ({
        title: link.title,
        route: target,
      })),
    ];
    return steps.filter((step) => step.route !== route);
  }

  /** The pages before and after a page, in the order of its section's tree, parents before children. */
  neighbours(address: Address): { readonly previous?: LinkView | undefined; readonly next?: LinkView | undefined } {
    const tree = this.#treeOf(address.route);
    const at = tree?.order.get(address.route);
    if (tree === undefined || at === undefined) return {};
    const [previous, next] = [tree.pages[at - 1], tree.pages[at + 1]].map(
      (entry) => entry && this.#linkView(address, entry),
    );
    return { previous, next };
  }

  #linkView(address: Address, { link }: TreeEntry): LinkView {
    return { title: link.title, href: hrefOfDestination(address, link.url!), isCurrent: false };
  }

  #whole(address: Address, entry: TreeEntry): NavigationView {
    return { ...this.#link(address, entry), links: entry.children.map((child) => this.#whole(address, child)) };
  }

  #narrow(tree: SectionTree, address: Address): readonly NavigationView[] {
    const { route } = address;
    const levels = narrowLevels(tree, route);
    const place = tree.places.get(route);
    const way = new Set(place === undefined ? [] : [...entriesAbove(place), place]);
    const list = hrefTo(route, listRoute(tree));
    const viewLevel = (depth: number, above: TreeEntry | undefined): readonly NavigationView[] => {
      const part = levels[depth];
      if (part === undefined) return [];
      const links = part.entries.map((entry): NavigationView => {
        if (way.has(entry)) return { ...this.#link(address, entry), links: viewLevel(depth + 1, entry) };
        return entry.children.length === 0
          ? { ...this.#link(address, entry), links: [] }
          : this.#closed(tree, address, entry);
      });
      return withRest(links, part, above === undefined ? '' : positionOf(above), list);
    };
    return viewLevel(0, undefined);
  }

  /** A branch without its links. It links to a page that shows them, or else to the section's list. */
  #closed(tree: SectionTree, address: Address, entry: TreeEntry): NavigationView {
    const view = { ...this.#link(address, entry), links: [], isClosed: true, at: positionOf(entry) };
    if (view.href !== undefined) return view;
    return { ...view, href: hrefTo(address.route, routeThatOpens(tree, entry) ?? listRoute(tree)), isGroup: true };
  }

  #link(address: Address, { link, route: target }: TreeEntry): Omit<NavigationView, 'links'> {
    const verb = target === undefined ? undefined : this.#verb(target);
    return {
      title: link.title,
      href: link.url && hrefOfDestination(address, link.url),
      isCurrent: target === address.route,
      verb,
    };
  }

  /** Verb of a page that documents one HTTP method. */
  #verb(route: string): string | undefined {
    if (!this.#verbs.has(route)) {
      const entities = this.#resolved.pages.get(route)?.entities ?? [];
      const form =
        entities.length === 1
          ? [...entities[0]!.forms.values()].find(({ source }) => source === httpLanguage)
          : undefined;
      this.#verbs.set(route, form && verbOf(form));
    }
    return this.#verbs.get(route);
  }

  /** Target of a section's link in the header: the section's own page, else the first page of its tree. */
  #startOf(section: ResolvedSection): string | undefined {
    if (this.#resolved.pages.has(section.path)) return section.path;
    return this.#trees.get(section)!.entries.find(({ route }) => route !== undefined)?.route;
  }

  #treeOf(route: string): SectionTree | undefined {
    const section = this.#sectionOf(route);
    return section && this.#trees.get(section);
  }

  /** The section that a route is in. Cached, since it is the same for all languages. */
  #sectionOf(route: string): ResolvedSection | undefined {
    if (!this.#sections.has(route)) {
      this.#sections.set(route, sectionOf(this.#resolved.sections, route));
    }
    return this.#sections.get(route);
  }
}

function listRoute({ section }: SectionTree): string {
  return `${section.path}/${listName}`;
}

/** A level with placeholders for the links that are left out. */
function withRest(
  links: readonly NavigationView[],
  { before, after }: LevelPart,
  at: string,
  href: string,
): readonly NavigationView[] {
  const rest = (from: number, left: number): readonly NavigationView[] =>
    left === 0 ? [] : [{ title: '', href, isCurrent: false, links: [], left, from, at }];
  return [...rest(0, before), ...links, ...rest(before + links.length, after)];
}
