// Addresses that stand outside of prose, in `site.yaml`, navigation and breadcrumbs → pages of the site or addresses
// elsewhere, or a finding. They have no page around them, so they begin at the site's top.

import { suggest, type Report } from '../diagnostics/index.ts';
import type { SiteConfig, Text } from '../model/index.ts';
import { sortAddress } from './safe-addresses.ts';

/** What an address of that kind is checked against. */
export interface Routes {
  readonly site: SiteConfig;
  readonly pages: ReadonlyMap<string, unknown>;
  readonly lostRoutes: ReadonlySet<string>;
}

/** The address as it is drawn, `/route` or one of another host; undefined (and reported) where it leads nowhere. */
export function resolveRoute({ site, pages, lostRoutes }: Routes, written: Text, report: Report): Text | undefined {
  const address = sortAddress(written.value);
  if (address.kind === 'unsafe') {
    report('unsafe-link', written, { name: written.value });
    return undefined;
  }
  if (address.kind === 'external') return { ...written, value: address.url };
  const route = address.url.replace(/^\/+|\/+$/g, '');
  const isRooted = address.url.startsWith('/');
  // The home page is there even where nobody wrote one.
  if (isRooted && (route === '' || pages.has(route))) return { ...written, value: `/${route}` };
  if (lostRoutes.has(route)) return undefined;
  const near = pages.has(route) ? route : suggest(route, pages.keys());
  const severity = site.isConfigured ? 'error' : 'warning';
  report('dangling-link', { ...written, severity }, { name: written.value, near: near === undefined ? near : `/${near}` });
  return undefined;
}
