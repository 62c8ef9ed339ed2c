// Scripts that a page loads when a reader first needs them. `Document.astro` writes their addresses into attributes of <html>.

/** What <html> says of such a script: `data-<name>` holds its address. */
export type LateScript = 'search' | 'showPage' | 'openBranches';

/**
 * A function that loads a script once and resolves when it has run. After a failure the next call tries again.
 * Call this at the page's start: the address is relative to the page, and a language switch may move that.
 */
export function lateScript(name: LateScript): () => Promise<unknown> {
  const address = addressIn(name);
  let loading: Promise<unknown> | undefined;
  return () =>
    (loading ??= import(/* @vite-ignore */ address).catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

/** The address that an attribute of <html> holds, whole. */
export function addressIn(name: string): string {
  return new URL(document.documentElement.dataset[name] ?? '', document.baseURI).href;
}
