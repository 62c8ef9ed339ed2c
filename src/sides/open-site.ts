// A built site → its reference, from the data of its pages. The data has no places in files: each has the first line of
// its page.

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pageDataName, siteDataName } from '../compiler/source/index.ts';
import { pageVersion, siteVersion } from '../outputs/agents/index.ts';
import { referenceVersion, type Reference, type ReferencePage, type ReferenceSample } from '../outputs/export/index.ts';
import { readMarker } from '../project/index.ts';
import { isReference } from './check-reference.ts';
import { parseJson } from './parse-json.ts';

/** Reads a file of a site by its path from the top; undefined if there is none, or if it is too large. */
export type ReadSiteFile = (path: string) => Promise<string | undefined>;

/** Larger files are not read. */
const maxBytes = 64 * 1024 * 1024;

/** Files that are read at a time: a published site may be far away. */
const atOnce = 16;

/**
 * The reference of the built site in a folder.
 * @param folder absolute path of the site
 * @returns as `readSiteReference`
 * @throws the system's error if a file cannot be read
 */
export async function readFolderReference(folder: string): Promise<Reference | 'damaged' | undefined> {
  const { errors = 0 } = (await readMarker(folder)) ?? {};
  return readSiteReference((path) => readText(join(folder, path)), errors);
}

/**
 * @param errors number of errors that the site was built with
 * @returns undefined if the site has no data of its pages; 'damaged' if a part of it is missing or of another kind
 * @throws what `read` throws
 */
export async function readSiteReference(read: ReadSiteFile, errors = 0): Promise<Reference | 'damaged' | undefined> {
  const text = await read(siteDataName);
  if (text === undefined) return undefined;
  const site = parseJson(text) as Partial<SiteData> | undefined;
  if (site?.format !== 'stele-site' || site.version !== siteVersion || !Array.isArray(site.pages)) return 'damaged';
  const pages: PageData[] = [];
  for (let i = 0; i < site.pages.length; i += atOnce) {
    const routes: readonly unknown[] = site.pages.slice(i, i + atOnce);
    const group = await Promise.all(routes.map((route) => readPage(read, route)));
    for (const page of group) {
      if (page === undefined) return 'damaged';
      pages.push(page);
    }
  }
  const reference = {
    format: 'stele-reference',
    version: referenceVersion,
    site: site.site,
    pages: pages.map((page) => withOrigins(page, { file: page.file, line: 1, column: 1 })),
    descriptions: [],
    samples: samplesOf(pages),
    navigation: [],
    redirects: site.redirects,
    diagnostics: errors === 0 ? [] : [gaps(errors)],
  };
  return isReference(reference) ? reference : 'damaged';
}

async function readPage(read: ReadSiteFile, route: unknown): Promise<PageData | undefined> {
  // A route is no way out of the site.
  if (typeof route !== 'string' || route.split('/').includes('..')) return undefined;
  const text = await read(pageDataName(route));
  const page = text === undefined ? undefined : (parseJson(text) as Partial<PageData> | undefined);
  return page?.format === 'stele-page' && page.version === pageVersion ? (page as PageData) : undefined;
}

interface SiteData extends Pick<Reference, 'site' | 'redirects'> {
  readonly format: string;
  readonly version: number;
  readonly pages: readonly unknown[];
}

interface PageData extends Omit<ReferencePage, 'body'> {
  readonly format: string;
  readonly version: number;
  readonly samples?: Readonly<Record<string, string>>;
  readonly regions?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return (await stat(file)).size > maxBytes ? undefined : await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Maps from names to values: their entries have no place. */
const maps: ReadonlySet<string> = new Set(['forms', 'samples', 'regions', 'externalAssets']);

/** Deeper data is no data of Stele. */
const maxDepth = 200;

function withOrigins(value: unknown, origin: object, isMap = false, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return value;
  if (Array.isArray(value)) return value.map((each) => withOrigins(each, origin, false, depth + 1));
  const entries = Object.entries(value).map(([key, each]) => [
    key,
    withOrigins(each, origin, maps.has(key) && !isMap, depth + 1),
  ]);
  return { ...Object.fromEntries(entries), ...(isMap ? {} : { origin }) };
}

function samplesOf(pages: readonly PageData[]): readonly ReferenceSample[] {
  const found = new Map<string, ReferenceSample>();
  for (const { samples = {}, regions = {} } of pages)
    for (const [file, text] of Object.entries(samples)) {
      const own = Object.entries(Object(regions[file])).map(([name, part]) => ({ name, text: String(part) }));
      const name = file.slice(file.lastIndexOf('/') + 1);
      const known = found.get(file)?.regions ?? [];
      found.set(file, {
        file,
        folder: file.split('_samples/')[0]!.replace(/\/$/, ''),
        stem: (file.split('_samples/')[1] ?? name).replace(/\.[^./]*$/, ''),
        extension: /\.[^.]*$/.exec(name)?.[0] ?? '',
        text,
        regions: [...known, ...own.filter((region) => !known.some((other) => other.name === region.name))],
      });
    }
  return [...found.values()];
}

/** What is missing from a site with errors may be in the parts that could not be read. */
function gaps(errors: number): Reference['diagnostics'][number] {
  return {
    code: 'unreadable-file',
    severity: 'error',
    message: `The site was built with ${errors} ${errors === 1 ? 'error' : 'errors'}, so parts of it may be missing.`,
    file: '',
  } as Reference['diagnostics'][number];
}
