// Where the Markdown twins of a page stand.

import type { Address, Outputs } from '../../compiler/model/index.ts';
import { twinNames } from '../../compiler/source/index.ts';

/** How a site names its twins. */
export type TwinFiles = Outputs['markdown'];

/** Paths of the twins of a page from the top of the site; the first is the one that links lead to. */
export function twinPaths({ route, language }: Address, files: TwinFiles): readonly string[] {
  const names = twinNames(route, files);
  return language === undefined ? names : names.map((name) => `${language}/${name}`);
}

/** The address of the twin of a page, relative to the page; undefined if it has none. */
export function hrefOfTwin(address: Address, files: TwinFiles): string | undefined {
  if (files === 'off') return undefined;
  if (files === 'folder' || address.route === '') return './index.md';
  return `../${encodeURIComponent(address.route.split('/').at(-1)!)}.md`;
}
