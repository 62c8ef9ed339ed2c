// A compiled site → files. Astro compiles the templates, at most once for many builds; Stele draws the pages with them.

import { join } from 'node:path';
import type { Address, SiteData } from '../compiler/model/index.ts';
import { outputFiles } from '../compiler/source/index.ts';
import { FolderWriter, writeSiteFiles } from '../project/index.ts';
import { keepAstroOffline } from './offline.ts';
import { shareContentFolder, shareDrawing, shareSiteData } from './site-module.ts';
import { openTemplates } from './templates/open-templates.ts';
import { loadTemplates } from './templates/template-program.ts';
import { writeClientFiles } from './templates/write-client-files.ts';

export interface BuildOptions {
  /** Absolute path of the folder that the site was compiled from. Its own components and files are read there. */
  readonly contentFolder: string;
  /** Folder to write into: new and empty. Temporary files are put beside it. */
  readonly outDir: string;
  /** Path that the site is served under; only the 404 page depends on it. */
  readonly base: string;
  /** Takes the page at a path over from the last site instead of drawing it; false if it has to be drawn. */
  readonly take?: ((route: string, file: string) => boolean) | undefined;
  /** False to compile the templates anew. */
  readonly mayCache: boolean;
  /** Called after each page with the number of pages drawn. The first call follows the compilation of templates. */
  readonly onPage: (drawn: number) => void;
}

/** Draws all pages of a site and writes its other files. */
export async function buildSite(data: SiteData, options: BuildOptions): Promise<void> {
  const { contentFolder, outDir, base, onPage } = options;
  keepAstroOffline();
  shareContentFolder(contentFolder);
  // Astro, too, may draw the pages: only the view shows that it does.
  let drawn = 0;
  const viewPage: SiteData['viewPage'] = async (address, words) => {
    const view = await data.viewPage(address, words);
    onPage(++drawn);
    return view;
  };
  shareSiteData({ ...data, viewPage });
  // Vite chooses between development and production by this variable. A site must not depend on it.
  process.env['NODE_ENV'] = 'production';
  const opened = await openTemplates(data, options, options.mayCache);
  if (opened === undefined) return;
  const { templates, assetBase } = opened;
  const style = writeClientFiles(templates.client, data, outDir);
  shareDrawing({ base, assetBase, style, isServed: false });
  const draw = await loadTemplates(templates, join(outDir, '../program'), assetBase);
  const writer = new FolderWriter(outDir);
  for (const { route, path } of listPages(data)) {
    const file = path === '404' ? outputFiles.notFound : `${path}${outputFiles.page}`;
    // A file of `public` is written in place of the page, and must not change the last site's file.
    const isTaken = !data.publicFiles.has(file) && options.take?.(route, file) === true;
    if (!isTaken) writer.write(file, await draw(path));
  }
  await writeSiteFiles(data, contentFolder, outDir);
}

/** All pages, generated lists and old addresses, and the page of missing addresses, with their paths from the top. */
function listPages({ addresses, lists, redirects }: SiteData): readonly { route: string; path: string }[] {
  const pathOf = ({ language, route }: Address): string =>
    [language, route].map((part) => (part ? `${part}/` : '')).join('');
  const all = [...addresses, ...lists, ...redirects.map(({ address }) => address)];
  return [...all.map((address) => ({ route: address.route, path: pathOf(address) })), { route: '404', path: '404' }];
}
