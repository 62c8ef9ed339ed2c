// The request of `switch-language.ts` to `show-page.ts`, which is loaded at the first use.

/** Event of the document that replaces this page by another; its `detail` is a `PageChange`. */
export const showPage = 'stele:show-page';

export interface PageChange {
  readonly page: Document;
  /** Whether the reader still wants the page. */
  readonly isWanted: () => boolean;
  /** Changes the address. Called after everything is loaded, and before the page changes. */
  readonly enter: () => void;
  /** Restores the scroll position. Called after the page is replaced. */
  readonly scroll: () => void;
  /** Set by `show-page.ts`: resolves after the page is replaced, rejects if it cannot be replaced. */
  shown?: Promise<void>;
}
