// Scripts that a page loads when a reader first needs them. `Document.astro` writes their addresses into attributes of
// <html>.

/** Name of a script. Its address is in the attribute `data-<name>` of <html>. */
export type LateScript = 'search' | 'showPage' | 'openBranches';

/**
 * Returns a function that loads a script once and resolves when it has run. After a failure, the next call tries again.
 * Call this when the page starts: the script's address is relative, and a language switch may change the page's
 * address.
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

/** Returns the absolute form of an address in a `data-` attribute of <html>. */
export function addressIn(name: string): string {
  return new URL(document.documentElement.dataset[name] ?? '', document.baseURI).href;
}
