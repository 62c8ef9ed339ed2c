// Files of `public` → those that can stand at the top of the site: none in the place of a page or of what Stele's own
// folders hold.

import { quote, type Report } from '../diagnostics/index.ts';
import type { AssetFile, CollectedAsset, SiteConfig } from '../model/index.ts';
import { outputFiles } from '../source/index.ts';
import { judgeAsset } from './judge-asset.ts';

/** Folders and files that pages need, and that nobody writes by hand. */
const ownNames: ReadonlySet<string> = new Set([
  '_stele',
  '_content',
  '_search',
  '_social',
  '_navigation',
  '_routes.json',
  outputFiles.marker,
]);

/** Files at the top of a site that tell a host how to serve it; others of theirs have no type that is published. */
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

/** @param routes of pages and redirects */
export function collectPublic(
  files: readonly AssetFile[],
  { languages, isUntrusted }: Pick<SiteConfig, 'languages' | 'isUntrusted'>,
  routes: Iterable<string>,
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
    const reason = findClash(file.path.toLowerCase());
    if (reason !== undefined) report('public-file-clash', place, { name: file.path, reason });
    else {
      // The owner's files are trusted, so only broken images are reported. Untrusted files are checked completely.
      const { refusal } = judgeAsset(file, new Set());
      const isUnreadable = refusal?.code === 'unreadable-image';
      if (isUntrusted && (hostFiles.has(file.path.toLowerCase()) || (refusal && !isUnreadable)))
        report('refused-code', place, { name: file.path });
      // A browser runs the scripts of an SVG up to the place where it cannot be read, and reads more encodings.
      else if (isUntrusted && isUnreadable && /\.svg$/i.test(file.path))
        report('unreadable-image', place, refusal.args);
      else collected.set(file.path, isUnreadable ? { ...file, refusal } : file);
    }
  }
  return collected;

  /** Letter case does not count: on many disks it makes no other name. */
  function findClash(path: string): string | undefined {
    const [first = '', ...rest] = path.split('/');
    if (ownNames.has(first)) return `${quote(first)} is a name that Stele has for its own files`;
    // The same addresses are there once more in each language's tree.
    const inTree = trees.has(first) && rest.length > 0 ? rest.join('/') : path;
    const route = /^(?:(.*)\/)?index\.html$/.exec(inTree);
    if (route !== null && pages.has(route[1] ?? '')) return `it is the file of the page ${quote(`/${route[1] ?? ''}`)}`;
    return folders.has(inTree) || folders.has(path) ? `${quote(`/${path}/`)} is a folder of pages` : undefined;
  }
}
