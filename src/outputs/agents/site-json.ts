// The resolved model → `_reference.json`: what the data of single pages lacks. Of a built site, `stele diff` reads this
// file and the data of the pages. Approvals are for the people who write the site, and stay out.

import type { ResolvedModel } from '../../compiler/model/index.ts';
import { dataSchemas, siteDataName } from '../../compiler/source/index.ts';
import { exportRedirects, exportSite } from '../export/index.ts';
import { placeOf } from './place-of.ts';

/** Increased when a field changes its meaning or is removed. */
export const siteVersion = 1;

/** The text of the file: the site, the routes of its pages in their order, and its redirects. */
export function writeSiteJson({ site, pages, redirects }: ResolvedModel): string {
  const data = {
    $schema: placeOf(site, siteDataName, dataSchemas.site),
    format: 'stele-site',
    version: siteVersion,
    site: exportSite(site),
    pages: [...pages.keys()],
    redirects: exportRedirects(redirects),
  };
  return `${JSON.stringify(data)}\n`;
}
