// A compiled site → its pages, drawn one by one on request with compiled templates. Neither Astro nor Vite is loaded if
// the templates are kept already.

import { join } from 'node:path';
import { pathOf, type SiteData } from '../compiler/model/index.ts';
import { makeScratchFolder } from '../project/index.ts';
import { keepAstroOffline } from './offline.ts';
import type { PageToDraw } from './pages/list-pages.ts';
import { shareContentFolder, shareDrawing, shareSiteData } from './site-module.ts';
import { openTemplates } from './templates/open-templates.ts';
import { loadServingTemplates, type ServingProgram } from './templates/template-program.ts';
import { arrangeClientFiles, type ClientFiles } from './templates/write-client-files.ts';

/** A page, and whether parts of it are missing because its file has mistakes. */
export interface ServedPage {
  readonly html: Uint8Array;
  readonly isDamaged: boolean;
}

/** Draws pages of a site that changes. */
export interface PageServer {
  /**
   * Draws a page of a state of the site. Calls may overlap.
   * @param version names the state
   */
  draw(data: SiteData, page: PageToDraw, version: string): Promise<ServedPage>;
  /** A script or style sheet of pages, by its path from the top of the site. */
  clientFile(data: SiteData, path: string): string | Uint8Array | undefined;
}

/**
 * Opens the templates for a site without code of its own.
 * @param base path that the site is served under
 * @returns undefined if the site needs Astro's dev server: other integrations draw it
 * @throws what Vite or the disk throws
 */
export async function openPageServer(
  data: SiteData,
  contentFolder: string,
  base: string,
): Promise<PageServer | undefined> {
  keepAstroOffline();
  shareContentFolder(contentFolder);
  shareSiteData(data);
  // The templates are those of builds.
  process.env['NODE_ENV'] = 'production';
  const scratch = await makeScratchFolder();
  const opened = await openTemplates(data, { contentFolder, base, outDir: join(scratch, 'site') }, true);
  if (opened === undefined) return undefined;
  const { templates, assetBase } = opened;
  const clientFiles = new WeakMap<SiteData, ClientFiles>();
  const clientOf = (site: SiteData): ClientFiles => {
    const made = clientFiles.get(site) ?? arrangeClientFiles(templates.client, site);
    clientFiles.set(site, made);
    return made;
  };
  // Templates choose the words of the interface when they are loaded.
  const programs = new Map<string, Promise<ServingProgram>>();
  const programFor = ({ lang }: SiteData): Promise<ServingProgram> => {
    const program =
      programs.get(lang) ?? loadServingTemplates(templates, join(scratch, `program-${programs.size}`), assetBase);
    programs.set(lang, program);
    return program;
  };
  const draw = async (site: SiteData, page: PageToDraw, version: string): Promise<ServedPage> => {
    const { draw: drawPath, forgetAddresses } = await programFor(site);
    let isDamaged = false;
    shareSiteData({
      ...onlyWith(site, page),
      viewPage: async (address, words) => {
        const view = await site.viewPage(address, words);
        isDamaged = view.isBodyBroken;
        return view;
      },
    });
    shareDrawing({ base, assetBase, style: clientOf(site).style, isServed: false, version });
    forgetAddresses();
    return { html: await drawPath(page.path), isDamaged };
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    // One after the other: templates draw the site that is shared at the moment.
    draw: (site, page, version) => {
      const drawing = last.then(() => draw(site, page, version));
      last = drawing.catch(() => undefined);
      return drawing;
    },
    clientFile: (site, path) => clientOf(site).files.get(path) ?? templates.client.get(path),
  };
}

/** The site with the addresses of one page: Astro reads all addresses of a site before it draws a page. */
function onlyWith(data: SiteData, { path, address }: PageToDraw): SiteData {
  const redirects = address === undefined ? data.redirects.filter((each) => pathOf(each.address) === path) : [];
  return { ...data, addresses: address === undefined ? [] : [address], lists: [], redirects };
}
