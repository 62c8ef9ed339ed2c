// Waits until open pages have fetched their new form, so that other work does not delay them.

/** Milliseconds that it waits at most: a page may have been closed, or not need a new form. */
const longest = 150;

export class AwaitedPages {
  #missing = 0;
  #wake: () => void = () => {};

  /** Resolves when a number of pages were drawn, or after a moment. */
  async wait(pages: number): Promise<void> {
    this.#wake();
    if (pages === 0) return;
    this.#missing = pages;
    await new Promise<void>((done) => {
      const timer = setTimeout(done, longest);
      this.#wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }

  /** Counts a page that was drawn. */
  count(): void {
    this.#missing--;
    // The answer to the request is sent first.
    if (this.#missing === 0) setImmediate(this.#wake);
  }
}
