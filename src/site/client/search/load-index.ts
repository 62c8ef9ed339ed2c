// Loads the files of the search index. Each is fetched when it is first needed, and kept until the page is left.

import {
  readSymbols,
  readTexts,
  withoutLanguage,
  type SymbolIndex,
  type TextIndex,
} from '../../../outputs/search/index.ts';

/** Loads the index of a site, file by file. Methods reject if a file cannot be fetched. */
export class IndexLoader {
  readonly #folder: URL;
  readonly #read: ((name: string) => Promise<unknown>) | undefined;
  readonly #kept = new Map<string, Promise<unknown>>();

  /**
   * @param folder the address of the index's folder
   * @param read reads a file of it; absent to fetch it
   */
  constructor(folder: URL, read?: (name: string) => Promise<unknown>) {
    this.#folder = folder;
    this.#read = read;
  }

  /** Loads the symbols with the names of a language. */
  symbols(language: string | undefined): Promise<SymbolIndex> {
    const name = `${encodeURIComponent(language ?? withoutLanguage)}.json`;
    // Only this file has a name without a content hash, so the browser must check that its copy is up to date.
    return this.#keep(`symbols ${name}`, async () => readSymbols((await this.#fetch(name, 'no-cache')) as never));
  }

  /** Loads the dictionary of the words in texts. */
  texts({ file }: SymbolIndex): Promise<TextIndex> {
    return this.#keep(`texts ${file.texts}`, async () => readTexts((await this.load(file.texts)) as never));
  }

  /** Loads a file whose name has a content hash. */
  load(name: string): Promise<unknown> {
    return this.#keep(name, () => this.#fetch(name, 'default'));
  }

  #keep<T>(key: string, make: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key) as Promise<T> | undefined;
    if (kept) return kept;
    const loading = make();
    this.#kept.set(key, loading);
    // After a failure, the next call tries again.
    loading.catch(() => this.#kept.delete(key));
    return loading;
  }

  async #fetch(name: string, cache: RequestCache): Promise<unknown> {
    if (this.#read) return this.#read(name);
    const response = await fetch(new URL(name, this.#folder), { cache });
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return response.json();
  }
}
