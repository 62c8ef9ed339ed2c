// The files of `public` → those that can be at the top of the site. They must not replace pages or files of Stele's own
// folders.

import { quote, type Report } from '../diagnostics/index.ts';
import type { AssetFile, CollectedAsset, SiteConfig } from '../model/index.ts';
import { outputFiles, schemasFolder, siteDataName } from '../source/index.ts';
import { judgeAsset } from './judge-asset.ts';
import type { WrittenFiles } from './written-files.ts';

/** Folders and files that pages need. Stele generates them. */
const ownNames: ReadonlySet<string> = new Set([
  '_stele',
  '_content',
  '_search',
  '_social',
  '_navigation',
  '_routes.json',
  siteDataName,
  '_llms',
  schemasFolder,
  outputFiles.marker,
]);

/**
 * Configuration files of hosts at the top of a site. Their other configuration files have types that are not published.
 */
const hostFiles: ReadonlySet<string> = new Set([
  'vercel.json',
  'now.json',
  'netlify.toml',
  'firebase.json',
  'staticwebapp.config.json',
  'static.json',
  'wrangler.toml',
  'wrangler.json',
  'wrangler.jsonc',
  'app.yaml',
  'amplify.yml',
  'render.yaml',
  'fly.toml',
  '_config.yml',
  '_config.yaml',
  '_config.toml',
  'package.json',
]);

/**
 * Reports and leaves out files that clash, and, on an untrusted site, files that may run code.
 * @param routes the routes of pages and redirects
 * @param written the files that Stele writes beside pages
 */
export function collectPublic(
  files: readonly AssetFile[],
  { languages, isUntrusted }: Pick<SiteConfig, 'languages' | 'isUntrusted'>,
  routes: Iterable<string>,
  written: WrittenFiles,
  report: Report,
): ReadonlyMap<string, CollectedAsset> {
  const trees = new Set(languages.map(({ id }) => id));
  const pages = new Set<string>(['']);
  const folders = new Set<string>(trees);
  for (const route of routes) {
    const segments = route.toLowerCase().split('/');
    pages.add(segments.join('/'));
    segments.forEach((_segment, i) => folders.add(segments.slice(0, i + 1).join('/')));
  }
  const collected = new Map<string, CollectedAsset>();
  for (const file of files) {
    const place = { file: `../public/${file.path}` };
    const reason = findClash(file.path.toLowerCase()) ?? written.findAt(file.path);
    if (reason !== undefined) report('public-file-clash', place, { name: file.path, reason });
    else {
      // The files of the owner are trusted, so only broken images are reported. Untrusted files are checked completely.
      const { refusal } = judgeAsset(file, new Set());
      const isUnreadable = refusal?.code === 'unreadable-image';
      if (isUntrusted && (hostFiles.has(file.path.toLowerCase()) || (refusal && !isUnreadable)))
        report('refused-code', place, { name: file.path });
      // A browser runs the scripts of an SVG before a syntax error, and accepts more encodings than UTF-8.
      else if (isUntrusted && isUnreadable && /\.svg$/i.test(file.path))
        report('unreadable-image', place, refusal.args);
      else collected.set(file.path, isUnreadable ? { ...file, refusal } : file);
    }
  }
  return collected;

  /**
   * The reason why a file cannot be at this path; undefined if it can.
   * @param path in lower case, because many file systems ignore letter case
   */
  function findClash(path: string): string | undefined {
    const [first = '', ...rest] = path.split('/');
    if (ownNames.has(first)) return `${quote(first)} is reserved for files of Stele`;
    // The tree of each language has the same addresses.
    const inTree = trees.has(first) && rest.length > 0 ? rest.join('/') : path;
    const route = /^(?:(.*)\/)?index\.html$/.exec(inTree);
    if (route !== null && pages.has(route[1] ?? '')) return `it is the file of the page ${quote(`/${route[1] ?? ''}`)}`;
    return folders.has(inTree) || folders.has(path) ? `${quote(`/${path}/`)} is a folder of pages` : undefined;
  }
}
