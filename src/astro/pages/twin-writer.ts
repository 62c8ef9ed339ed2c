// Writes the Markdown twins of pages beside them.

import type { Address, PageView, SiteData } from '../../compiler/model/index.ts';
import { FolderWriter } from '../../project/index.ts';
import { wordsIn } from '../../site/index.ts';

/** A function that writes the twins of a page. A file of `public` has precedence. */
export function openTwinWriter(data: SiteData, outDir: string): (view: PageView) => void {
  const words = wordsIn(data.lang);
  const writer = new FolderWriter(outDir);
  return (view) => {
    for (const [path, text] of data.writeTwins(view, words)) {
      if (!data.publicFiles.has(path)) writer.write(path, text);
    }
  };
}

/** Writes the twins of all pages of a site, for a build in which Astro draws the pages. */
export async function writeAllTwins(data: SiteData, outDir: string): Promise<void> {
  const write = openTwinWriter(data, outDir);
  for (const address of [...data.addresses, ...data.lists]) {
    if (data.twinsOf(address).length > 0) write(await data.viewPage(address, wordsIn(data.lang).values));
  }
}

/** A function that makes the twins of the page at an address. */
export function twinsMaker(data: SiteData): (address: Address) => Promise<ReadonlyMap<string, string>> {
  const words = wordsIn(data.lang);
  return async (address) => data.writeTwins(await data.viewPage(address, words.values), words);
}
