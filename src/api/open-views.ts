// A compiled folder → the views of its pages, for programs that draw the pages themselves.

import type { Address, PageView } from '../compiler/model/index.ts';
import { openSite } from '../project/index.ts';
import { wordsIn } from '../site/index.ts';
import { projectOf, type CompiledFolder } from './compile-folder.ts';

/** The pages of a site as data. */
export interface SiteViews {
  /** The addresses of all pages: each route in the default tree and in the tree of each language, in a fixed order. */
  readonly addresses: readonly Address[];
  /**
   * Makes the view of a page: everything that Stele's own templates draw, with coloured code and final links.
   * @param address one of `addresses`
   * @throws Error if there is no page at the address
   */
  viewPage(address: Address): Promise<PageView>;
}

/**
 * Prepares the views of a compiled folder's pages. Views are made on demand and not kept.
 * @param compiled a result of `compileFolder`
 * @throws TypeError if the value is not a result of `compileFolder`
 * @example
 * import { compileFolder, openViews } from 'stele';
 *
 * const views = await openViews(await compileFolder('content'));
 * for (const address of views.addresses) {
 *   const { title, entities } = await views.viewPage(address);
 *   console.log(`${address.language ?? 'default'} /${address.route} ${title}: ${entities.length} entities`);
 * }
 */
export async function openViews(compiled: CompiledFolder): Promise<SiteViews> {
  const { addresses, viewPage, lang } = await openSite(projectOf(compiled));
  const words = wordsIn(lang).values;
  return { addresses, viewPage: (address) => viewPage(address, words) };
}
