// Content folder and built site → missing pages. Uses only file names, not the compiler.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the content folder that must be a page. */
export interface ContentPage {
  /** Path relative to the content folder, with `/`. */
  readonly path: string;
  readonly route: string;
  /** Pages whose feature flag is off are not built. */
  readonly featureFlag?: string;
}

/** Every page of a content folder by the format's rule of routes, in path order. */
export async function listContentPages(folder: string): Promise<readonly ContentPage[]> {
  const paths = (await readdir(folder, { recursive: true })).map((path) => path.replaceAll('\\', '/'));
  const pagePaths = paths.filter((path) => /\.mdx?$/.test(path) && !/(?:^|\/)_/.test(path)).sort();
  return Promise.all(pagePaths.map(async (path) => contentPage(path, await readFile(join(folder, path), 'utf8'))));
}

function contentPage(path: string, text: string): ContentPage {
  const featureFlag = /^---\n(?:(?!---).*\n)*?featureFlag: *['"]?([\w-]+)/.exec(text)?.[1];
  const route = path.replace(/\.mdx?$/, '').replace(/(?:^|\/)index$/, '');
  return { path, route, ...(featureFlag === undefined ? {} : { featureFlag }) };
}

/**
 * Files that the site lacks: `<route>/index.html` in the default tree and in every language's tree.
 * @param languages ids of the site's languages
 */
export async function findMissingFiles(
  site: string,
  pages: readonly ContentPage[],
  languages: readonly string[],
): Promise<readonly string[]> {
  const written = new Set((await readdir(site, { recursive: true })).map((path) => path.replaceAll('\\', '/')));
  const trees = ['', ...languages.map((language) => `${language}/`)];
  const expected = pages
    .filter(({ featureFlag }) => featureFlag === undefined)
    .flatMap(({ route }) => trees.map((tree) => `${tree}${route === '' ? '' : `${route}/`}index.html`));
  return expected.filter((path) => !written.has(path));
}
