// The request of `switch-language.ts` to `show-page.ts`, which is loaded at the first use.

/** Event of the document that replaces this page by another; its `detail` is a `PageChange`. */
export const showPage = 'stele:show-page';

export interface PageChange {
  readonly page: Document;
  /** Whether the reader still wants the page. */
  readonly isWanted: () => boolean;
  /** Called before the page changes. */
  readonly leave: () => void;
  /** Changes the address. Called after the frame that shows the new page. */
  readonly enter: () => void;
  /** Restores the scroll position. Called after the page is replaced. */
  readonly scroll: () => void;
  /** Set by `show-page.ts`: resolves after the page is replaced, rejects if it cannot be replaced. */
  shown?: Promise<void>;
}
