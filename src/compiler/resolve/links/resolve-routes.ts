// Addresses in `site.yaml`, navigation and breadcrumbs → pages and files of the site or external addresses, or
// findings. They always begin at the top of the site.

import type { Report } from '../../diagnostics/index.ts';
import type { Destination, Text } from '../../model/index.ts';
import { routeFrom } from '../../source/index.ts';
import { findAsset } from './find-target.ts';
import { mayPublish } from './judge-files.ts';
import type { Linkable } from './linkable.ts';
import { pathFrom, readLocalAddress } from './local-address.ts';
import { classifyAddress } from './safe-addresses.ts';

/** The target of an address: a page, a file or an external address. Reports an address without a target. */
export function resolveRoute(linkable: Linkable, written: Text, report: Report): Destination | undefined {
  const address = classifyAddress(written.value);
  if (address.kind === 'unsafe') {
    report('unsafe-link', written, { name: written.value });
    return undefined;
  }
  if (address.kind === 'external') return { ...written, value: address.url };
  const route = routeFrom(address.url);
  const isRooted = address.url.startsWith('/');
  // Every site has a home page, even without a file for it.
  if (isRooted && (route === '' || linkable.routes.has(route))) return { ...written, value: `/${route}` };
  const path = pathFrom('', readLocalAddress(address.url).path);
  const asset = path === undefined ? undefined : findAsset(linkable, path, address.url);
  if (isRooted && asset)
    return mayPublish(linkable, asset, false, () => written, report) ? { ...written, asset } : undefined;
  if (linkable.isLost(route) || (path !== undefined && linkable.isLost(path))) return undefined;
  const severity = linkable.site.isConfigured ? 'error' : 'warning';
  const near = asset ? `/${address.url.replace(/^(?:\.?\/)+/, '')}` : linkable.suggestPage(address.url);
  report('dangling-link', { ...written, severity }, { name: written.value, near });
  return undefined;
}
