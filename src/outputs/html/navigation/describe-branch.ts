// A large section → everything that the navigation beside one of its pages shows, as a text. Pages with equal texts
// show the same branch, so that an edit of one link draws only the pages that show this link.

import type { NavigationLink } from '../../../compiler/model/index.ts';
import { narrowLevels, type LevelPart } from './narrow-tree.ts';
import { entriesAbove, positionOf, routeThatOpens, type SectionTree, type TreeEntry } from './section-tree.ts';

/** How the links of a tree are described. */
export interface LinkWords {
  /** Everything that views read of a link, except the links below it. */
  readonly describeLink: (link: Omit<NavigationLink, 'links'>) => string;
  /** Everything that links show of a page, by its route. */
  readonly describePage: (route: string) => string;
  /** Makes a short text that differs for different texts. */
  readonly shorten: (text: string) => string;
}

/** Describes the branches of one section. Parts that many pages show are described once. */
export class BranchWords {
  readonly #tree: SectionTree;
  readonly #words: LinkWords;
  readonly #entries = new Map<TreeEntry, string>();
  readonly #levels = new Map<string, string>();

  constructor(tree: SectionTree, words: LinkWords) {
    this.#tree = tree;
    this.#words = words;
  }

  /** Describes the branch, the breadcrumb, and the neighbours of a page. */
  describe(route: string): string {
    const tree = this.#tree;
    const place = tree.places.get(route);
    const way = place === undefined ? [] : [...entriesAbove(place), place];
    const at = tree.order.get(route);
    const neighbours = at === undefined ? [] : [tree.pages[at - 1], tree.pages[at + 1]];
    return JSON.stringify([
      tree.section.title,
      tree.section.path,
      tree.entries.length,
      this.#words.describePage(tree.section.path),
      narrowLevels(tree, route).map((part) => this.#describeLevel(part)),
      way.map((entry) => this.#describeEntry(entry)),
      neighbours.map((entry) => (entry === undefined ? '' : this.#describeEntry(entry))),
    ]);
  }

  #describeLevel({ entries, before, after }: LevelPart): string {
    const [first] = entries;
    const key = `${first === undefined ? '' : positionOf(first)} ${entries.length}`;
    const text =
      this.#levels.get(key) ?? this.#words.shorten(entries.map((entry) => this.#describeEntry(entry)).join('\n'));
    this.#levels.set(key, text);
    return `${before} ${after} ${text}`;
  }

  #describeEntry(entry: TreeEntry): string {
    const known = this.#entries.get(entry);
    if (known !== undefined) return known;
    const { links: _, ...link } = entry.link;
    const { route, children } = entry;
    const text = this.#words.shorten(
      JSON.stringify([
        this.#words.describeLink(link),
        route === undefined ? '' : this.#words.describePage(route),
        positionOf(entry),
        children.length > 0,
        routeThatOpens(this.#tree, entry),
      ]),
    );
    this.#entries.set(entry, text);
    return text;
  }
}
