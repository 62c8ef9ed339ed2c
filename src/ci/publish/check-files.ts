// The files of a stranger's preview → nothing, or an error with the first file that could act. A preview is served from
// the address of the published site. So its pages, pictures and data may run no script except those that the published
// site has, and nothing of it may change how a host works.

import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { checkMarkup } from './check-markup.ts';
import { quote, SiteRefused, type SiteFile } from './read-site.ts';

/** The scripts of the published site. */
export interface KnownScripts {
  /** Git's hashes of its script files. */
  readonly files: ReadonlySet<string>;
  /** The texts of scripts inside its pages. */
  readonly inline: ReadonlySet<string>;
}

/** Types that browsers show as a picture, a font or text. */
const still = new Set(
  (
    '.avif .css .csv .gif .ico .jpeg .jpg .json .md .mp3 .mp4 .ogg .pdf .png .txt .webm .webp .woff .woff2 ' +
    '.yaml .yml'
  ).split(' '),
);

/** Types that browsers show as a document. */
const documents: ReadonlyMap<string, 'html' | 'xml'> = new Map([
  ['.html', 'html'],
  ['.svg', 'xml'],
  ['.xml', 'xml'],
  ['.webmanifest', 'xml'],
]);

/** Names without a type of their own. */
const plainNames = new Set(['.stele.json', '.nojekyll']);

/** Files that change a host; a preview leaves them out. */
const hostFiles =
  /^(?:404\.html|_headers|_redirects|_worker\.js|CNAME|vercel\.json|netlify\.toml|robots\.txt|sitemap[-\d]*\.xml)$/;

/** Whole folders of this kind. */
const hostFolders = /^(?:\.well-known|_host)\//;

/** Whether a preview leaves out a file: it would act on the whole host, or is meant for search engines. */
export function isOfHost(path: string): boolean {
  return hostFiles.test(path) || hostFolders.test(path);
}

/**
 * Judges the files of a preview.
 * @param hashOf git's hash of a file
 * @throws SiteRefused
 */
export async function checkFiles(
  files: readonly SiteFile[],
  known: KnownScripts,
  hashOf: (file: SiteFile) => string | undefined,
): Promise<void> {
  for (const file of files) {
    const type = extname(file.path).toLowerCase();
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    if (still.has(type) || plainNames.has(name)) continue;
    if (type === '.js' || type === '.mjs') {
      if (known.files.has(hashOf(file) ?? '')) continue;
      throw new SiteRefused(`${quote(file.path)} is a script that the published site does not have.`);
    }
    const kind = documents.get(type);
    if (kind === undefined) throw new SiteRefused(`${quote(file.path)} has a type that no preview may have.`);
    const fault = checkMarkup(await readFile(file.source, 'utf8'), kind, known.inline);
    if (fault !== undefined) throw new SiteRefused(`${quote(file.path)} ${fault}.`);
  }
}
