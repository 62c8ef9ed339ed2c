// A drawn site → the files that its pages reference but that do not exist. A build checks this before the new site
// replaces the last one.

import { readFileSync } from 'node:fs';
import { compareText } from '../compiler/text/index.ts';
import { pathsIn, type References } from './references.ts';
import { findIn } from './site-files.ts';

/** A file that is referenced but missing. */
export interface LostFile {
  /** From the top of the site. */
  readonly path: string;
  /** The first file that references it, and the number of such files; `the site` for a page that was not drawn. */
  readonly namedBy: string;
  readonly count: number;
}

/** Thrown if pages of a site reference missing files. The site is then not written. */
export class SiteIncomplete extends Error {
  override readonly name = 'SiteIncomplete';
  /** Whether all missing files would come from the site's own content, not from Stele: a mistake of the content. */
  readonly isOfContent: boolean;

  constructor(lost: readonly LostFile[]) {
    const isOfContent = lost.every(({ path }) => !isOfStele(path));
    super(`Nothing was written: ${describe(lost)}\n→ ${isOfContent ? adviceForContent : adviceForDisk}`);
    this.isOfContent = isOfContent;
  }
}

const adviceForContent =
  'Correct the addresses in the components and bodies of the site, or put the files into the folder `public`.';
const adviceForDisk = 'Build again. If the build fails again, check the disk, and report the error.';
const maxNamed = 10;

function describe(lost: readonly LostFile[]): string {
  const lines = lost.slice(0, maxNamed).map(({ path, namedBy, count }) => {
    const others = count === 1 ? '' : ` and ${count - 1} other ${count === 2 ? 'file' : 'files'}`;
    return `  ${path}, referenced by ${namedBy}${others}`;
  });
  const more = lost.length > maxNamed ? [`  and ${lost.length - maxNamed} more`] : [];
  const head =
    lost.length === 1
      ? 'a file that the site references does not exist'
      : `${lost.length} files that the site references do not exist`;
  return [`${head}:`, ...lines, ...more].join('\n');
}

/** Whether Stele writes files at such a path. */
function isOfStele(path: string): boolean {
  return /^(?:_stele|_search|_social|_content|_routes\.json|favicon\.|apple-touch-icon)/.test(path);
}

/**
 * Finds files that the site references but does not have, in the order of their paths.
 * @param folders folders that have the files; of two files of one path, the first counts
 * @param files all files of the site, from its top
 * @param pages files of pages that must exist even if nothing references them
 * @param references references of files that have been read already; the others are added
 * @param checked files that need not be read: the last site had them, and all files that they reference still exist
 * @throws the system's error if a file cannot be read
 */
export function findLostFiles(
  folders: readonly string[],
  files: readonly string[],
  pages: readonly string[],
  references: References,
  checked: ReadonlySet<string> = new Set(),
): readonly LostFile[] {
  const read = (file: string): string => readFileSync(findIn(folders, file), 'utf8');
  // Synchronous reading takes half as long for small files as the thread pool.
  for (const file of files) {
    if (!checked.has(file) && !references.has(file) && mayReference(file)) references.add(file, read(file));
  }
  const there = new Set(files);
  const lost = new Map(
    references
      .list()
      .paths.filter((path) => !isThere(path, there))
      .map((path) => [path, { namedBy: [] as string[] }]),
  );
  // Errors are rare, so the names of the files are found by reading them again.
  for (const file of lost.size === 0 ? [] : files.filter((each) => references.has(each) && mayReference(each))) {
    for (const path of new Set(pathsIn(file, read(file), references.place))) lost.get(path)?.namedBy.push(file);
  }
  for (const page of pages) {
    if (there.has(page)) continue;
    const known = lost.get(page);
    if (known === undefined) lost.set(page, { namedBy: ['the site'] });
    else known.namedBy.unshift('the site');
  }
  return [...lost]
    .map(([path, { namedBy }]) => ({ path, namedBy: namedBy[0] ?? 'the site', count: namedBy.length }))
    .sort((a, b) => compareText(a.path, b.path));
}

/** Whether files of a kind reference others. */
function mayReference(file: string): boolean {
  return /\.(?:html|css|js|webmanifest)$|(?:^|\/)_search\/[^/]*\.json$/.test(file);
}

function isThere(path: string, files: ReadonlySet<string>): boolean {
  if (path === '' || path.endsWith('/')) return files.has(`${path}index.html`);
  return files.has(path) || files.has(`${path}/index.html`);
}
