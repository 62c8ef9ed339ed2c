// All files of a site that are not drawn by templates, except pictures.

import type { SiteData } from '../compiler/model/index.ts';
import { copyAssets } from './copy-assets.ts';
import { copyPublic } from './copy-public.ts';
import { rewriteFullTexts, writeAgentFiles, type MakeTwins } from './write-agent-files.ts';
import { writeDataFiles } from './write-data-files.ts';
import { writeHostFiles } from './write-host-files.ts';
import { writeServerFiles } from './write-server-files.ts';

/**
 * Writes the files of a site besides its pages, scripts, styles and pictures: copies, indexes, files for crawlers.
 * @param contentFolder absolute path of the folder that the site was compiled from
 * @param out folder of the site
 * @param base path that the site is served at, with `/` at both ends
 * @param last folder of the last site, if the new one keeps pages in it
 * @param makeTwins for twins that are not in the folder
 * @throws as `copyAssets` and `copyPublic` do; the system's error
 */
export async function writeSiteFiles(
  data: SiteData,
  contentFolder: string,
  out: string,
  base: string,
  last: string | undefined,
  makeTwins: MakeTwins,
): Promise<void> {
  await copyPublic(contentFolder, data, out);
  await copyAssets(contentFolder, data, out);
  await writeDataFiles(data.writeNavigation(), out);
  await writeDataFiles(data.writeSearch(), out);
  await writeHostFiles(data.viewHostFiles(), out);
  await writeServerFiles(data, out, base, last);
  await writeAgentFiles(data, out, last, makeTwins);
}

/**
 * Writes the files that edits of pages may change besides the pages: those with the texts of all pages, and headers.
 * @param changed changed files of the search index and for crawlers, by path from the top
 * @param hasNavigation whether files with the navigation of sections may have changed
 */
export async function writeEditedFiles(
  data: SiteData,
  out: string,
  base: string,
  last: string,
  changed: ReadonlyMap<string, string>,
  hasNavigation: boolean,
): Promise<void> {
  if (hasNavigation) await writeDataFiles(data.writeNavigation(), out);
  await writeDataFiles(changed, out);
  await writeServerFiles(data, out, base, last);
  await rewriteFullTexts(data, out, last);
}
