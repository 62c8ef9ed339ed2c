// The files of a built site → what the tools need: its languages, pages, symbols, texts, and its search. It reads
// only built files.

import { joinParts, partsAfter } from '../compiler/text/index.ts';
import { IndexLoader, runSearch, type SearchResult } from '../site/index.ts';

/** Reads a file of the site by its path from the top; undefined if there is none. */
export type ReadFile = (path: string) => Promise<string | undefined>;

/** A documented name, as `symbols.json` lists it. */
export interface Symbol {
  /** Route and anchor. */
  readonly at: string;
  readonly kind: string;
  readonly names: Readonly<Record<string, string>>;
}

export interface SymbolList {
  readonly languages: readonly { readonly id: string; readonly label: string }[];
  readonly symbols: readonly Symbol[];
}

/** Thrown for a request that the site cannot answer; the message is for the caller. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** Reads one built site. Small indexes are kept. */
export class SiteReader {
  readonly #read: ReadFile;
  readonly #top: URL;
  #symbols: Promise<SymbolList> | undefined;
  readonly #loader: IndexLoader;

  /**
   * @param read reads a file of the site
   * @param top address of the site, with `/` at its end, for links
   */
  constructor(read: ReadFile, top: URL) {
    this.#read = read;
    this.#top = top;
    this.#loader = new IndexLoader(new URL('_search/', top), async (name) => {
      const text = await read(`_search/${name}`);
      if (text === undefined) throw new NotFound(`The site has no search index for this language.`);
      return JSON.parse(text) as unknown;
    });
  }

  /** All documented names. */
  symbols(): Promise<SymbolList> {
    this.#symbols ??= this.#readSymbols().catch((error: unknown) => {
      // The host may answer again at the next call.
      this.#symbols = undefined;
      throw error;
    });
    return this.#symbols;
  }

  async #readSymbols(): Promise<SymbolList> {
    const text = await this.#read('symbols.json');
    if (text === undefined)
      throw new NotFound('The site has no symbols.json: build it with `outputs: { json: true }`.');
    return JSON.parse(text) as SymbolList;
  }

  /** @throws NotFound if the site does not have the language */
  async checkLanguage(language: string | undefined): Promise<void> {
    if (language === undefined) return;
    const { languages } = await this.symbols();
    if (languages.some(({ id }) => id === language)) return;
    const known = languages.map(({ id }) => id).join(', ');
    throw new NotFound(`The site has no language ${JSON.stringify(language)}. It has: ${known}.`);
  }

  /**
   * The Markdown of a page in a language, and its address.
   * @param given a route, or an address that an answer named
   * @throws NotFound if there is no such page
   */
  async page(
    given: string,
    language: string | undefined,
  ): Promise<{ readonly text: string; readonly address: string }> {
    await this.checkLanguage(language);
    const clean = await this.#routeOf(given, language);
    const path = [language, clean].filter((part) => part !== undefined && part !== '').join('/');
    const candidates = clean === '' ? [] : [`${path}.md`];
    for (const file of [...candidates, path === '' ? 'index.md' : `${path}/index.md`]) {
      const text = await this.#readTwin(file);
      if (text !== undefined) return { text, address: this.addressOf(clean, language) };
    }
    throw new NotFound(`The site has no page ${JSON.stringify(`/${clean}`)}. Search for it, or read /.`);
  }

  /** A twin with all its parts; undefined if there is none. */
  async #readTwin(file: string): Promise<string | undefined> {
    const first = await this.#read(file);
    if (first === undefined) return undefined;
    const rest: string[] = [];
    for (const part of partsAfter(file, first)) {
      const text = await this.#read(part);
      if (text === undefined) throw new NotFound(`The site lacks ${part}. It may be changing: try again.`);
      rest.push(text);
    }
    return joinParts(first, rest);
  }

  /**
   * A route or an address → the route, without the language of an address if another one is given.
   * @throws NotFound if it cannot be one
   */
  async #routeOf(given: string, language: string | undefined): Promise<string> {
    const route = cleanRoute(/^https?:/i.test(given) ? this.#below(given) : given.replace(/#.*$/, ''));
    if (language === undefined) return route;
    const [first, ...rest] = route.split('/');
    const { languages } = await this.symbols();
    return languages.some(({ id }) => id === first) ? rest.join('/') : route;
  }

  /** The decoded path of an address below the site's top. */
  #below(address: string): string {
    const url = URL.parse(address);
    if (url?.origin !== this.#top.origin || !`${url.pathname}/`.startsWith(this.#top.pathname))
      throw new NotFound(`${quoteStart(address)} is not an address of this site, ${this.#top.href}.`);
    const path = url.pathname.slice(this.#top.pathname.length);
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  }

  /**
   * The address of a page, with an anchor.
   * @param route without slashes at its ends
   */
  addressOf(route: string, language: string | undefined, anchor?: string): string {
    const path = [language ?? '', ...route.split('/')].filter((part) => part !== '');
    const hash = anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`;
    return new URL(path.map((part) => `${encodeURIComponent(part)}/`).join('') + hash, this.#top).href;
  }

  /** Runs the search of the pages: the same index and ranking. */
  async search(text: string, language: string | undefined, maxNames: number): Promise<SearchResult> {
    await this.checkLanguage(language);
    const { languages } = await this.symbols();
    const shown = language ?? languages[0]?.id;
    const reader = {
      top: this.#top,
      route: '',
      ...(shown === undefined ? {} : { language: shown }),
      ...(language === undefined ? {} : { tree: language }),
    };
    return runSearch({ text, language: language ?? '', section: -1, maxNames }, reader, this.#loader, () => undefined);
  }
}

/** The beginning of what a caller wrote, for a message. */
function quoteStart(text: string): string {
  return JSON.stringify(text.slice(0, 200));
}

/**
 * The path of a page or of its twin → the route.
 * @throws NotFound if it cannot be one
 */
function cleanRoute(route: string): string {
  const path = route.replace(/^\/+|\/+$/g, '').replace(/(?:\/?index)?(?:\.part-\d+)?\.(?:md|html)$/, '');
  const isOdd = path.split('/').some((part) => part === '..' || part === '.' || part.startsWith('.'));
  if (isOdd || /[\u0000-\u001f\\?#%]|^[a-z]+:/i.test(path) || path.startsWith('_'))
    throw new NotFound(`${quoteStart(route)} is not the route of a page, such as reference/errors.`);
  return path;
}
