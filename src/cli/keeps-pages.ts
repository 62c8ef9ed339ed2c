// Decides whether a build keeps the pages that it has drawn in the cache (decision 36).

/** Drawn pages above which keeping them takes more time than it is likely to save on a person's machine. */
const most = 2_000;

/**
 * In CI, the next job has only the restored cache. Elsewhere it has the last site, so a build that has drawn many pages
 * does not also read and compress all of them.
 * @param drawn number of pages drawn
 * @param ci the variable `CI` of the environment, which services for CI set
 */
export function keepsPages(drawn: number, ci: string | undefined): boolean {
  return (ci !== undefined && !['', '0', 'false'].includes(ci)) || drawn <= most;
}
