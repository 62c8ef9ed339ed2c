// The resolved reference → views, made page by page when they are asked for, so that a large site is never held whole.

import type { Highlighter, ResolvedReference, SiteData } from '../model/index.ts';
import { listAddresses } from './addresses.ts';
import { hasBody, viewBody } from './view-body.ts';
import { PageMaker } from './view-page.ts';

/** Prepares the views of a site. */
export function viewSite(reference: ResolvedReference, highlighter: Highlighter): SiteData {
  const maker = new PageMaker(reference, highlighter);
  const bodyRoutes = [...reference.pages.values()].filter(hasBody).map(({ route }) => route);
  return {
    addresses: listAddresses(reference),
    viewPage: async (address) => maker.view(address),
    bodyRoutes,
    viewBody: (route) => viewBody(reference.pages.get(route)!),
    viewNotFound: (base) => maker.notFound(base),
  };
}
