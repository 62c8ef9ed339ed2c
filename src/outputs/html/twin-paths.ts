// Where the Markdown twins of a page stand.

import { pathOf, type Address, type Outputs } from '../../compiler/model/index.ts';

/** How a site names its twins. */
export type TwinFiles = Outputs['markdown'];

/** Paths of the twins of a page from the top of the site; the first is the one that links lead to. */
export function twinPaths(address: Address, files: TwinFiles): readonly string[] {
  const path = pathOf(address);
  const ofFolder = `${path}index.md`;
  const ofRoute = address.route === '' ? ofFolder : `${path.slice(0, -1)}.md`;
  if (files === 'off') return [];
  if (files === 'both') return ofRoute === ofFolder ? [ofFolder] : [ofRoute, ofFolder];
  return [files === 'route' ? ofRoute : ofFolder];
}

/** The address of the twin of a page, relative to the page; undefined if it has none. */
export function hrefOfTwin(address: Address, files: TwinFiles): string | undefined {
  if (files === 'off') return undefined;
  if (files === 'folder' || address.route === '') return './index.md';
  return `../${encodeURIComponent(address.route.split('/').at(-1)!)}.md`;
}
