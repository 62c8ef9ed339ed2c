// Sections too large to be shown whole beside each page → one file each with the whole tree. A script loads it when a
// reader opens a branch. All languages share a file: links are routes, and stay in the reader's language.

import type { Destination, SectionFileLink } from '../../../compiler/model/index.ts';
import { filePath } from '../addresses.ts';
import { isWhole } from './narrow-tree.ts';
import type { SectionTree, TreeEntry } from './section-tree.ts';

/** Path of a section's file from the top of the output. */
export function sectionFile({ section }: SectionTree): string {
  return `_navigation/${section.path}.json`;
}

/** @param verbOf verb of a route's page, if it documents one HTTP method */
export function writeSectionFiles(
  trees: Iterable<SectionTree>,
  verbOf: (route: string) => string | undefined,
): ReadonlyMap<string, string> {
  const write = ({ link, route, children }: TreeEntry): SectionFileLink => [
    link.title,
    route ?? (link.url ? targetOf(link.url) : null),
    (route === undefined ? undefined : verbOf(route)) ?? '',
    children.map(write),
  ];
  const large = [...trees].filter((tree) => !isWhole(tree));
  return new Map(large.map((tree) => [sectionFile(tree), `${JSON.stringify(tree.top.map(write))}\n`]));
}

/** An external address; or a file's path from the site's top, with a leading `/` to distinguish it from a route. */
function targetOf({ value, asset }: Destination): string {
  return asset ? `/${filePath(asset)}` : value;
}
