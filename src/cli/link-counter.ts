// Counts the linked names in the samples of each route while its pages are viewed.

import type { CodeLinkCounts, SiteData } from '../compiler/model/index.ts';

/** Counts the linked names of each route. */
export class LinkCounter {
  /** Counts by route. */
  readonly byRoute = new Map<string, CodeLinkCounts>();
  readonly #data: SiteData;

  constructor(data: SiteData) {
    this.#data = data;
  }

  /** A function that views a page, and counts its linked names. */
  count(viewPage: SiteData['viewPage']): SiteData['viewPage'] {
    return async (address, words) => {
      const before = this.#data.codeLinks();
      const view = await viewPage(address, words);
      const now = this.#data.codeLinks();
      const known = this.byRoute.get(address.route) ?? { linked: 0, ambiguous: 0 };
      this.byRoute.set(address.route, {
        linked: known.linked + now.linked - before.linked,
        ambiguous: known.ambiguous + now.ambiguous - before.ambiguous,
      });
      return view;
    };
  }
}
