// A script that a page loads when a reader first needs it.

/** Loads the script at its first call. Resolves when the script has run. After a failure, the next call tries again. */
export type LoadScript = () => Promise<unknown>;

/** Returns a function that loads the script at an address once. */
export function lateScript(address: string): LoadScript {
  let loading: Promise<unknown> | undefined;
  return () =>
    (loading ??= import(/* @vite-ignore */ address).catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}
