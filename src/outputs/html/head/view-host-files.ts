// The resolved model → files that are not pages: robots.txt, a sitemap of canonical addresses if the site has a `url`,
// and the list of routes in which the 404 page searches for similar ones.

import type { HostFile, ResolvedModel, ResolvedPage } from '../../../compiler/model/index.ts';
import { outputFiles } from '../../../compiler/source/index.ts';
import { listAddresses } from '../addresses.ts';
import { pageTitle } from '../page-title.ts';
import { canonicalOf } from './view-head.ts';

/** Maximum number of addresses in one file, by the sitemap protocol. */
const maxAddresses = 50_000;

/** @param max maximum number of addresses in one file */
export function viewHostFiles(resolved: ResolvedModel, max = maxAddresses): readonly HostFile[] {
  const { url } = resolved.site;
  const open = 'User-agent: *\nAllow: /\n';
  const routes = { path: routesFile, text: listRoutes(resolved) };
  if (url === undefined) return [routes, { path: outputFiles.robots, text: open }];
  const robots = { path: outputFiles.robots, text: `${open}\nSitemap: ${url}${outputFiles.sitemap}\n` };
  return [routes, robots, ...viewSitemap(resolved, url, max)];
}

/** From the top of the output. */
export const routesFile = '_routes.json';

/** Pairs of route and title, in route order, one per line. */
function listRoutes({ pages }: ResolvedModel): string {
  return `[${[...pages.values()].map(routeLine).join(',\n')}]\n`;
}

/** The line of a page in the list, without the comma behind it. */
export function routeLine(page: ResolvedPage): string {
  return JSON.stringify([page.route, pageTitle(page)]);
}

/** One file, or an index of several files if there are too many addresses for one. */
function viewSitemap(resolved: ResolvedModel, url: string, max: number): readonly HostFile[] {
  const all = listAddresses(resolved).map((address) => canonicalOf(resolved, address));
  const addresses = [...new Set(all.filter((address) => address !== undefined))];
  if (addresses.length <= max) return [{ path: outputFiles.sitemap, text: writeList('urlset', 'url', addresses) }];
  const parts: HostFile[] = [];
  for (let start = 0; start < addresses.length; start += max) {
    const text = writeList('urlset', 'url', addresses.slice(start, start + max));
    parts.push({ path: `sitemap-${parts.length + 1}.xml`, text });
  }
  const index = writeList(
    'sitemapindex',
    'sitemap',
    parts.map(({ path }) => url + path),
  );
  return [{ path: outputFiles.sitemap, text: index }, ...parts];
}

function writeList(list: string, entry: string, addresses: readonly string[]): string {
  const escape = (text: string): string => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  const lines = addresses.map((address) => `<${entry}><loc>${escape(address)}</loc></${entry}>\n`).join('');
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${list} xmlns="${namespace}">\n${lines}</${list}>\n`;
}
