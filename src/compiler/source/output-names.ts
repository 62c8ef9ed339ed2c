// The names in a built site that are taken: files that Stele writes beside pages, and names that hosts give a meaning.
// Writers take their names from here, so that no page or redirect can meet one of them.

/** Files at the top of the output, but for those in folders of Stele's own, which begin with `_`. */
export const outputFiles = {
  /** Stands in the folder of every page. */
  page: 'index.html',
  notFound: '404.html',
  /** Marks a folder as a site that Stele built. */
  marker: '.stele.json',
  robots: 'robots.txt',
  sitemap: 'sitemap.xml',
  icon: 'favicon.svg',
  oldIcon: 'favicon.ico',
  touchIcon: 'apple-touch-icon.png',
} as const;

/** Parts of a sitemap that is too long for one file. */
const sitemapPart = /^sitemap-\d+\.xml$/;

/** Files that hosts read at the top of a site; a folder of that name would be in their way. */
const hostFiles: readonly string[] = ['cname'];

const taken: ReadonlySet<string> = new Set([...Object.values(outputFiles), ...hostFiles]);

/**
 * Whether a name at the top of the output is one that Stele or a host has for a file. Letter case does not count: on
 * many disks it makes no other name.
 */
export function isTakenName(name: string): boolean {
  const folded = name.toLowerCase();
  return taken.has(folded) || sitemapPart.test(folded);
}
