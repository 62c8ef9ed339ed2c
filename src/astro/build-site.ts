// A compiled site → files. Astro compiles the templates, at most once for many builds; Stele draws the pages with them.

import { join } from 'node:path';
import type { SiteData } from '../compiler/model/index.ts';
import { sha256, writePictures, writeSiteFiles, type References } from '../project/index.ts';
import { keepAstroOffline } from './offline.ts';
import { hasOwnCode, shareContentFolder, shareDrawing, shareSiteData } from './site-module.ts';
import { drawPages } from './pages/draw-pages.ts';
import { listPages, type PageToDraw } from './pages/list-pages.ts';
import { twinsMaker } from './pages/twin-writer.ts';
import { openTemplates } from './templates/open-templates.ts';
import { writeClientFiles } from './templates/write-client-files.ts';

export interface BuildOptions {
  /** Absolute path of the folder that the site was compiled from. Its own components and files are read there. */
  readonly contentFolder: string;
  /** Folder to write into: new and empty. Temporary files are put beside it. */
  readonly outDir: string;
  /** Path that the site is served under; only the 404 page depends on it. */
  readonly base: string;
  /** Takes the files of a page over from an earlier build instead of drawing it; false if it has to be drawn. */
  readonly take?: ((route: string, files: readonly string[]) => Promise<boolean>) | undefined;
  /** Folder of the last site, if pages that are taken over stay there. */
  readonly lastSite?: string | undefined;
  /** Whether this build draws a route; absent if it draws all. */
  readonly isOwn?: ((route: string) => boolean) | undefined;
  /** False to write pages, scripts and styles only: another part of the site has the other files. */
  readonly hasSiteFiles: boolean;
  /** False to compile the templates anew. */
  readonly mayCache: boolean;
  /** Number of threads that draw pages; absent for as many as save time. */
  readonly threads?: number | undefined;
  /** Takes what the drawn pages reference. */
  readonly references: References;
  /** Whether a route's pages may be viewed without waiting; absent if all may. */
  readonly mayView?: (route: string) => boolean;
  /** Work of this thread that is needed after drawing, in small steps. It is done while other threads draw. */
  readonly laterWork: () => Iterable<void>;
  /** Called with what the next build changes the search index from (`SiteData.keptSearch`), if a thread has made it. */
  readonly onSearch?: (kept: unknown) => void;
  /** Called after each page with the number of pages drawn. */
  readonly onPage: (drawn: number) => void;
  /**
   * Called when adjacent pages of a route are written with their twins, if pages may be taken over into the next site.
   */
  readonly onDrawn?: ((route: string) => void) | undefined;
  /** Called with a stage's name when it begins: `templates`, `draw`, `files`. */
  readonly onStage: (stage: string) => void;
  /** Called for each thread that has drawn pages, with its processor time in milliseconds. */
  readonly onThread?: (time: number) => void;
}

/**
 * Draws all pages of a site and writes its other files.
 * @returns whether pages may be taken over into the next site: settings of Astro's and other integrations may read
 * anything
 */
export async function buildSite(data: SiteData, options: BuildOptions): Promise<boolean> {
  const { contentFolder, outDir, base, threads, isOwn, references } = options;
  keepAstroOffline();
  shareContentFolder(contentFolder);
  let drawn = 0;
  const onPage = (): void => options.onPage(++drawn);
  // Other integrations need Astro to draw the pages: only the views show that it does.
  shareSiteData({
    ...data,
    viewPage: async (address, words) => {
      const view = await data.viewPage(address, words);
      onPage();
      return view;
    },
  });
  // Vite chooses between development and production by this variable. A site must not depend on it.
  process.env['NODE_ENV'] = 'production';
  options.onStage('templates');
  const opened = await openTemplates(data, options, options.mayCache);
  if (opened === undefined) return false;
  options.onStage('draw');
  const { templates, assetBase, isOnlyStele } = opened;
  const take = isOnlyStele ? options.take : undefined;
  const settings = { base, assetBase, style: writeClientFiles(templates.client, data, outDir), isServed: false };
  shareDrawing(settings);
  const pages: PageToDraw[] = [];
  for (const page of listPages(data)) {
    const { route, file, twins = [] } = page;
    if (isOwn?.(route) === false) continue;
    // A file of `public` is written in place of the page, and must not change the last site's file.
    const mayTake = take !== undefined && !data.publicFiles.has(file);
    if (!mayTake || !(await take(route, [file, ...twins]))) pages.push(page);
  }
  const programFolder = join(outDir, '../program');
  const mayUseAstro = !isOnlyStele || hasOwnCode(data);
  let agentFiles: ReadonlyMap<string, string> | undefined;
  const drawing = drawPages(pages, {
    data,
    hasOwnCode: mayUseAstro,
    templates,
    drawing: settings,
    outDir,
    programFolder,
    threads,
    references,
    hasSearch: options.hasSiteFiles,
    mayView: options.mayView ?? (() => true),
    *laterWork() {
      // This step takes long, and comes first, because other threads make the search index then.
      if (options.hasSiteFiles) agentFiles = data.writeAgentFiles(sha256);
      yield;
      if (isOnlyStele) yield* options.laterWork();
    },
    onPage,
    onDrawn: (isOnlyStele ? options.onDrawn : undefined) ?? (() => {}),
    onThread: options.onThread,
  });
  // Pictures are made while this thread waits for others. Nothing is written any more when this function ends.
  const [ofPages, ofPictures] = await Promise.allSettled([
    drawing,
    options.hasSiteFiles ? writePictures(contentFolder, data, outDir) : undefined,
  ]);
  if (ofPages.status === 'rejected') throw ofPages.reason;
  if (ofPictures.status === 'rejected') throw ofPictures.reason;
  const search = ofPages.value;
  options.onStage('files');
  if (search !== undefined) options.onSearch?.(search);
  const rest: SiteData = {
    ...data,
    ...(search !== undefined && { writeSearch: () => new Map<string, string>() }),
    writeAgentFiles: (hash) => agentFiles ?? data.writeAgentFiles(hash),
  };
  if (options.hasSiteFiles) await writeSiteFiles(rest, contentFolder, outDir, base, options.lastSite, twinsMaker(data));
  return isOnlyStele;
}
