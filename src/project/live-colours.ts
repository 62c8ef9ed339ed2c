// Colours of code for a site that changes: code is coloured when a page that shows it is viewed. The colours stay in
// memory. They begin with those of the cache of earlier builds.

import type { Address, CodeText, Highlighter, MarkdownForm, ResolvedModel, SiteData } from '../compiler/model/index.ts';
import type { WarmHighlighter } from '../engines/index.ts';
import { describeHighlighter, keyOfCode, readHighlights, writeHighlights } from './highlight-cache.ts';

/** Colours that are kept beyond those of the cache before old ones are forgotten. */
const maxNew = 2_000;

export class LiveColours {
  readonly #file: string | undefined;
  #kept: Promise<Map<string, string>> | undefined;
  #version: string | undefined;
  readonly #new = new Map<string, string>();
  #warm: WarmHighlighter | undefined;
  /** Code of the page that was viewed last. */
  #viewed: readonly CodeText[] = [];

  /** @param file the cache; absent if there is none */
  constructor(file: string | undefined) {
    this.#file = file;
  }

  /**
   * The data of a site; views colour the code of their page first.
   * @param forms Markdown forms of the site's own components
   * @param hasOnlyPages whether the data has all addresses, but nothing else that is made from all pages
   */
  async open(
    resolved: ResolvedModel,
    forms: ReadonlyMap<string, MarkdownForm>,
    hasOnlyPages = false,
  ): Promise<SiteData> {
    const { listAddresses, listCode, viewContent } = await import('../outputs/index.ts');
    const { decodeTokens } = await import('../engines/index.ts');
    const kept = await (this.#kept ??= this.#read());
    const highlighter: Highlighter = {
      highlight: (text, grammar) => {
        const key = keyOfCode({ text, grammar });
        const encoded = this.#new.get(key) ?? kept.get(key);
        const tokens = encoded === undefined ? undefined : decodeTokens(text, encoded);
        if (tokens === undefined) throw new Error(`code of a page was not coloured (${grammar}): ${text.slice(0, 80)}`);
        return tokens;
      },
    };
    const data = hasOnlyPages
      ? { ...viewContent(resolved, highlighter, forms, []), addresses: listAddresses(resolved) }
      : viewContent(resolved, highlighter, forms);
    return {
      ...data,
      viewPage: async (address: Address, words) => {
        const page = resolved.pages.get(address.route);
        const tree = address.language ?? resolved.site.languages[0]?.id;
        if (page !== undefined) {
          this.#viewed = listCode({ ...resolved, pages: new Map([[page.route, page]]) }, tree);
          await this.#colour(this.#viewed);
        }
        return data.viewPage(address, words);
      },
    };
  }

  async #colour(codes: readonly CodeText[]): Promise<void> {
    const kept = await this.#kept!;
    const missing = codes.filter((code) => !kept.has(keyOfCode(code)) && !this.#new.has(keyOfCode(code)));
    if (missing.length === 0) return;
    const made = await (await this.#open()).colour(missing);
    for (const [i, code] of missing.entries()) this.#new.set(keyOfCode(code), made[i]!);
    for (const key of this.#new.keys()) {
      if (this.#new.size <= maxNew + codes.length) break;
      this.#new.delete(key);
    }
  }

  /**
   * Prepares the grammars of the page that was viewed last: the first colouring with a grammar takes half a second, and
   * the next edit may be in code of this page.
   * @param pause called between steps of the work
   */
  async prepare(pause: () => Promise<void>): Promise<void> {
    const warm = await this.#open();
    for (const code of warm.toPrepare(this.#viewed)) {
      await warm.colour([code]);
      await pause();
    }
  }

  async #open(): Promise<WarmHighlighter> {
    const { WarmHighlighter: Warm } = await import('../engines/index.ts');
    return (this.#warm ??= new Warm());
  }

  /** Adds the new colours to the cache, for the next process. */
  async keep(): Promise<void> {
    if (this.#file === undefined || this.#version === undefined || this.#new.size === 0) return;
    await writeHighlights(this.#file, this.#version, new Map([...(await this.#kept!), ...this.#new]));
  }

  async #read(): Promise<Map<string, string>> {
    if (this.#file === undefined) return new Map();
    // Without a description of the highlighter, colours cannot be cached. This only costs time.
    this.#version = await describeHighlighter().catch(() => undefined);
    return this.#version === undefined ? new Map() : new Map(await readHighlights(this.#file, this.#version));
  }
}
