// Reserved names in a built site: files that Stele writes beside pages, and names with a meaning for hosts. Code that
// writes files uses these constants, so no page or redirect can clash with them.

/** Files at the top of the output, except those in Stele's own folders, which begin with `_`. */
export const outputFiles = {
  /** The file in the folder of every page. */
  page: 'index.html',
  /** The Markdown of the home page; a site may ask for it in the folder of every page. */
  twin: 'index.md',
  notFound: '404.html',
  /** Marks a folder as a site that Stele built. */
  marker: '.stele.json',
  robots: 'robots.txt',
  sitemap: 'sitemap.xml',
  icon: 'favicon.svg',
  oldIcon: 'favicon.ico',
  touchIcon: 'apple-touch-icon.png',
  llms: 'llms.txt',
  llmsFull: 'llms-full.txt',
  symbols: 'symbols.json',
} as const;

/** Names of the twins of a page in the tree of a language; the first is the one that links lead to. */
export function twinNames(route: string, files: 'route' | 'folder' | 'both' | 'off'): readonly string[] {
  if (files === 'off') return [];
  if (route === '') return [outputFiles.twin];
  const [ofRoute, ofFolder] = [`${route}.md`, `${route}/${outputFiles.twin}`];
  return files === 'both' ? [ofRoute, ofFolder] : [files === 'route' ? ofRoute : ofFolder];
}

/** Whether a path from the top of the site is that of a part of an `llms-full.txt`. */
export function isFullTextPart(path: string): boolean {
  return /^(?:[^/]+\/)?_llms\/full\//.test(path);
}

/** Path of the data of a page from the top of the site: in the default tree, because it is the same in all trees. */
export function pageDataName(route: string): string {
  return route === '' ? 'index.json' : `${route}.json`;
}

/** Path of what the data of single pages lacks, from the top of the site. */
export const siteDataName = '_reference.json';

/** Path of the Atom feed of a page in the folder `public`, as `stele changelog` writes it. */
export function feedName(route: string): string {
  return `${route}.xml`;
}

/** The folder of the schemas below. */
export const schemasFolder = '_schemas';

/**
 * Paths of the JSON Schemas of a site's data, from the top of the site. The number is the version of the data, so an
 * address keeps its meaning.
 */
export const dataSchemas = {
  page: `${schemasFolder}/page-1.json`,
  symbols: `${schemasFolder}/symbols-1.json`,
  site: `${schemasFolder}/site-1.json`,
} as const;

/** Paths of indexes for programs from the top of the site. */
export const catalogName = '.well-known/api-catalog';
export const skillsFolder = '.well-known/agent-skills';
export const skillsIndexName = `${skillsFolder}/index.json`;

/** Matches the parts of a sitemap that is too long for one file. */
const sitemapPart = /^sitemap-\d+\.xml$/;

/** Files that hosts read at the top of a site; a folder must not have their names. */
const hostFiles: readonly string[] = ['cname', 'vercel.json'];

/** Files with headers and redirects for hosts, which a site may ask for. */
export const serverFiles = ['_headers', '_redirects', 'vercel.json', '_host/nginx.conf', '.htaccess'] as const;

/** Text in a comment of each of these files that Stele has written. */
export const serverMark = 'Written by Stele';

/** The beginning of `vercel.json`, which may have no comment. */
export const vercelStart = { $schema: 'https://openapi.vercel.sh/vercel.json', trailingSlash: true } as const;

/** Whether Stele has written a file for hosts, and the site has not replaced it. */
export function isServerFile(text: string): boolean {
  return text.includes(serverMark) || text.startsWith(JSON.stringify(vercelStart, undefined, 2).slice(0, -2));
}

const taken: ReadonlySet<string> = new Set([...Object.values(outputFiles), ...hostFiles]);

/**
 * Whether a name at the top of the output is reserved. Ignores case, as many file systems do.
 */
export function isTakenName(name: string): boolean {
  const folded = name.toLowerCase();
  return taken.has(folded) || sitemapPart.test(folded);
}
