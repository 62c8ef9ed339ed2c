// What `switch-language.ts`, which every page has, asks of `show-page.ts`, which is loaded when it is needed.

/** Event of the document that shows another page in this one's place; its `detail` is a `PageChange`. */
export const showPage = 'stele:show-page';

export interface PageChange {
  readonly page: Document;
  /** Whether the reader still wants the page. */
  readonly isWanted: () => boolean;
  /** Called when everything is at hand and nothing has changed yet: the address becomes the page's. */
  readonly enter: () => void;
  /** Called when the page is in place. */
  readonly scroll: () => void;
  /** Set by who shows the page: resolves when it is in place, rejects where it cannot be. */
  shown?: Promise<void>;
}
