// The files that Stele writes beside pages: Markdown twins, data and indexes for programs. No folder of a page can have
// their names, and a file of `public` replaces one only under its exact name.

import { quote } from '../diagnostics/index.ts';
import type { SiteConfig } from '../model/index.ts';
import {
  catalogName,
  firstPartOf,
  isTakenName,
  outputFiles,
  pageDataName,
  skillsIndexName,
  twinNames,
} from '../source/index.ts';

/** The settings that decide which files there are. */
type WritingSite = Pick<SiteConfig, 'hosts' | 'languages' | 'outputs'>;

/** Finds the file of Stele at a path of the site. Ignores letter case, because many file systems do. */
export class WrittenFiles {
  /** What each file is, by path in lower case: in the tree of each language and the default one. */
  readonly #inTrees = new Map<string, { readonly path: string; readonly words: string }>();
  /** The same for files at the top of the site. */
  readonly #atTop = new Map<string, { readonly path: string; readonly words: string }>();
  readonly #folders = new Set<string>();
  readonly #trees: ReadonlySet<string>;
  readonly #site: WritingSite;
  /** There is always a home page. */
  readonly #routes = new Set(['']);

  /** @param routes the routes of pages */
  constructor(site: WritingSite, routes: Iterable<string>) {
    const { languages, outputs } = site;
    this.#site = site;
    this.#trees = new Set(languages.map(({ id }) => id));
    for (const route of routes) {
      this.#routes.add(route);
      const page = quote(`/${route}`);
      for (const name of twinNames(route, outputs.markdown))
        this.#inTrees.set(...entry(name, `the Markdown of the page ${page}`));
      if (outputs.json) this.#atTop.set(...entry(pageDataName(route), `the data of the page ${page}`));
    }
    const lists = 'a list of all pages for programs';
    if (outputs.llms) {
      for (const name of [outputFiles.llms, outputFiles.llmsFull]) this.#inTrees.set(...entry(name, lists));
    }
    if (outputs.json) this.#atTop.set(...entry(catalogName, lists));
    if (outputs.skills) this.#atTop.set(...entry(skillsIndexName, 'the list of skills'));
    for (const name of Object.values(outputFiles)) {
      if (isTakenName(name)) this.#atTop.set(...entry(name, 'a file of Stele'));
    }
    for (const path of this.#atTop.keys()) for (const folder of foldersOf(path)) this.#folders.add(folder);
  }

  /**
   * The reason why the page at a route cannot have a folder in each tree; undefined if it can.
   * @param route without slashes at its ends
   */
  findInFolders(route: string): string | undefined {
    for (const folder of [...foldersOf(route.toLowerCase()), route.toLowerCase()]) {
      const found = this.#inTrees.get(folder) ?? this.#atTop.get(folder) ?? this.#partAt(folder);
      if (found !== undefined) return `${quote(found.path)} is ${found.words}`;
    }
    return undefined;
  }

  /**
   * The reason why the Markdown or the data of a page cannot be written; undefined if it can.
   * @param route without slashes at its ends
   */
  findOwn(route: string): string | undefined {
    const { hosts, outputs } = this.#site;
    if (route === '') return undefined;
    for (const name of twinNames(route, outputs.markdown)) {
      if (firstPartOf(name.toLowerCase()) !== undefined)
        return `its Markdown would be ${quote(name)}, the name of a part of the Markdown of a page`;
      // The Markdown of the page above stands in the folder of the page, or at the top.
      const above = foldersOf(route).at(-1) ?? '';
      const ofAbove = this.#routes.has(above) ? twinNames(above, outputs.markdown) : [];
      if (ofAbove.some((other) => other.toLowerCase() === name.toLowerCase()))
        return `its Markdown would be ${quote(name)}, the Markdown of the page ${quote(`/${above}`)}`;
    }
    const data = pageDataName(route);
    const folded = data.toLowerCase();
    if (!outputs.json) return undefined;
    if (folded === pageDataName('')) return `its data would be ${quote(data)}, the data of the page "/"`;
    if (folded === outputFiles.symbols || (folded === 'vercel.json' && hosts.has('vercel')))
      return `its data would be ${quote(data)}, a file of Stele`;
    return undefined;
  }

  /**
   * The reason why a file of `public` cannot be at a path; undefined if it can, also if it replaces one of the files.
   * @param path from the top of the site
   */
  findAt(path: string): string | undefined {
    const folded = path.toLowerCase();
    const same = this.#at(folded);
    if (same !== undefined && same.path !== path)
      return `it differs from ${quote(same.path)}, ${same.words}, only by letter case`;
    const first = firstPartOf(folded);
    const twin = first === undefined ? undefined : this.#at(first);
    if (twin !== undefined) return `the name is for a part of ${quote(twin.path)}, ${twin.words}`;
    if (this.#folders.has(folded)) return `${quote(`/${folded}/`)} is a folder with files of Stele`;
    const file = foldersOf(folded).find((folder) => this.#at(folder) !== undefined);
    return file === undefined ? undefined : `${quote(`/${file}`)} is ${this.#at(file)!.words}`;
  }

  #at(folded: string): { readonly path: string; readonly words: string } | undefined {
    const [first = ''] = folded.split('/');
    const inTree = this.#trees.has(first) ? this.#inTrees.get(folded.slice(first.length + 1)) : undefined;
    if (inTree !== undefined) return { ...inTree, path: `${first}/${inTree.path}` };
    return this.#atTop.get(folded) ?? this.#inTrees.get(folded);
  }

  /** The part of a twin at a path in a tree. A twin may have parts as soon as its page is long. */
  #partAt(folded: string): { readonly path: string; readonly words: string } | undefined {
    const first = firstPartOf(folded);
    const twin = first === undefined ? undefined : (this.#inTrees.get(first) ?? this.#atTop.get(first));
    return twin && { path: folded, words: `a part of ${twin.words}` };
  }
}

function entry(path: string, words: string): [string, { readonly path: string; readonly words: string }] {
  return [path.toLowerCase(), { path, words }];
}

/** The folders around a path, the outermost first. */
function foldersOf(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.slice(1).map((_segment, i) => segments.slice(0, i + 1).join('/'));
}
