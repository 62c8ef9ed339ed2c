/**
 * Loads something when it is first asked for, and keeps it. A failure is not kept: the disk may have failed for a
 * moment.
 */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}
