// Addresses that stand outside of prose, in `site.yaml`, navigation and breadcrumbs → pages of the site or addresses
// elsewhere, or a finding. They have no page around them, so they begin at the site's top.

import type { Report } from '../../diagnostics/index.ts';
import type { Text } from '../../model/index.ts';
import { routeFrom } from '../../source/index.ts';
import type { Linkable } from './linkable.ts';
import { sortAddress } from './safe-addresses.ts';

/** The address as it is drawn, `/route` or one of another host; undefined (and reported) where it leads nowhere. */
export function resolveRoute(linkable: Linkable, written: Text, report: Report): Text | undefined {
  const address = sortAddress(written.value);
  if (address.kind === 'unsafe') {
    report('unsafe-link', written, { name: written.value });
    return undefined;
  }
  if (address.kind === 'external') return { ...written, value: address.url };
  const route = routeFrom(address.url);
  const isRooted = address.url.startsWith('/');
  // The home page is there even where nobody wrote one.
  if (isRooted && (route === '' || linkable.routes.has(route))) return { ...written, value: `/${route}` };
  if (linkable.isLost(route)) return undefined;
  const severity = linkable.site.isConfigured ? 'error' : 'warning';
  report('dangling-link', { ...written, severity }, { name: written.value, near: linkable.suggestPage(address.url) });
  return undefined;
}
