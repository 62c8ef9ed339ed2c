// Pages of the last site, of which only the navigation beside them has changed → the same pages with the new navigation.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderWriter } from './folder-files.ts';
import type { References } from './references.ts';

/** The HTML of the tree in a page, before and after. */
export interface TreeText {
  /** Path of the page from the top of the site. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Writes pages with their new trees.
 * @param place folder of the last site
 * @param folder folder of the new site
 * @param references takes what the new trees reference; the rest of the pages has not changed
 * @returns false if a page does not have its tree exactly once: it then has to be drawn
 * @throws the system's error
 */
export function replaceTrees(
  place: string,
  folder: string,
  trees: readonly TreeText[],
  references: References,
): boolean {
  const writer = new FolderWriter(folder);
  for (const { path, before, after } of trees) {
    const html = readFileSync(join(place, path), 'utf8');
    const at = html.indexOf(before);
    if (at < 0 || html.includes(before, at + 1)) return false;
    references.add(path, after);
    writer.write(path, html.slice(0, at) + after + html.slice(at + before.length));
  }
  return true;
}
