// Keeps the last good form of pages. A page with a mistake in its body keeps this form until the mistake is fixed.

import type { ServedPage } from '../astro/index.ts';

/** Pages that are kept at most: those that were drawn last. */
const maxPages = 40;

export class LastGoodPages {
  readonly #pages = new Map<string, Uint8Array>();

  /** The page to show at a path: a page without damage, else the last one that had none, if there is one. */
  choose(path: string, { html, isDamaged }: ServedPage): Uint8Array {
    const shown = isDamaged ? (this.#pages.get(path) ?? html) : html;
    this.#pages.delete(path);
    if (shown !== html || !isDamaged) this.#pages.set(path, shown);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > maxPages && oldest !== undefined) this.#pages.delete(oldest);
    return shown;
  }
}
