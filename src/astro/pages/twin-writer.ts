// Writes the Markdown twins of pages beside them.

import type { Address, PageView, SiteData } from '../../compiler/model/index.ts';
import { isReplaced } from '../../compiler/source/index.ts';
import { FolderWriter } from '../../project/index.ts';
import { wordsIn } from '../../site/index.ts';

/** A file of the site: its path from the top, and its text. */
export type TextFile = readonly [path: string, text: string];

/** A function that makes the twins of a page. A file of `public` has precedence. */
export function openTwinMaker(data: SiteData): (view: PageView) => readonly TextFile[] {
  const words = wordsIn(data.lang);
  return (view) => withoutPublic([...data.writeTwins(view, words)], data);
}

/** Files without those that a file of `public` replaces. It replaces a twin with all its parts. */
export function withoutPublic(files: readonly TextFile[], { publicFiles }: SiteData): readonly TextFile[] {
  return files.filter(([path]) => !isReplaced(path, publicFiles));
}

/** Writes the twins of all pages of a site, for a build in which Astro draws the pages. */
export async function writeAllTwins(data: SiteData, outDir: string): Promise<void> {
  const makeTwins = openTwinMaker(data);
  const writer = new FolderWriter(outDir);
  for (const address of [...data.addresses, ...data.lists]) {
    if (data.twinsOf(address).length === 0) continue;
    const view = await data.viewPage(address, wordsIn(data.lang).values);
    for (const [path, text] of makeTwins(view)) writer.write(path, text);
  }
}

/** A function that makes the twins of the page at an address. */
export function twinsMaker(data: SiteData): (address: Address) => Promise<ReadonlyMap<string, string>> {
  const words = wordsIn(data.lang);
  return async (address) => data.writeTwins(await data.viewPage(address, words.values), words);
}
