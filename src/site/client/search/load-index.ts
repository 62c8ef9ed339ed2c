// The files of the index, each fetched when it is first needed and kept for as long as the page lives.

import {
  readSymbols,
  readTexts,
  withoutLanguage,
  type SymbolIndex,
  type TextIndex,
} from '../../../outputs/search/index.ts';

/** The index of a site, file by file. */
export class IndexLoader {
  readonly #folder: URL;
  readonly #kept = new Map<string, Promise<unknown>>();

  /** @param folder where the index is */
  constructor(folder: URL) {
    this.#folder = folder;
  }

  /** Symbols as a language's readers see them. */
  symbols(language: string | undefined): Promise<SymbolIndex> {
    const name = `${encodeURIComponent(language ?? withoutLanguage)}.json`;
    // The one file whose name does not change with its content: a browser asks whether its copy is still good.
    return this.#keep(`symbols ${name}`, async () => readSymbols((await this.#fetch(name, 'no-cache')) as never));
  }

  texts({ file }: SymbolIndex): Promise<TextIndex> {
    return this.#keep(`texts ${file.texts}`, async () => readTexts((await this.load(file.texts)) as never));
  }

  /** A file whose name tells its content. */
  load(name: string): Promise<unknown> {
    return this.#keep(name, () => this.#fetch(name, 'default'));
  }

  #keep<T>(key: string, make: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key) as Promise<T> | undefined;
    if (kept) return kept;
    const made = make();
    this.#kept.set(key, made);
    // What has failed is tried again when it is asked for again.
    made.catch(() => this.#kept.delete(key));
    return made;
  }

  async #fetch(name: string, cache: RequestCache): Promise<unknown> {
    const response = await fetch(new URL(name, this.#folder), { cache });
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return response.json();
  }
}
