// Draws pages into a folder, in this thread, or in several threads if there are many pages. The bytes do not depend on
// the number of threads: a page is drawn from its view alone.

import { availableParallelism } from 'node:os';
import type { PageView, SiteData } from '../../compiler/model/index.ts';
import { outputFiles } from '../../compiler/source/index.ts';
import type { References } from '../../project/index.ts';
import { wordsIn } from '../../site/index.ts';
import { PageWriter } from './page-writer.ts';
import { shareSiteData, type Drawing } from '../site-module.ts';
import { loadTemplates, placeProgram, type DrawPage } from '../templates/template-program.ts';
import type { Templates } from '../templates/templates.ts';
import { DrawPool, type ThreadTask } from './draw-pool.ts';
import type { PageToDraw } from './list-pages.ts';
import { openTwinMaker, withoutPublic } from './twin-writer.ts';

export interface DrawPagesOptions {
  readonly data: SiteData;
  readonly templates: Templates;
  readonly drawing: Drawing;
  /** Folder of the site. */
  readonly outDir: string;
  /** New folder for the files of the templates' program, if it has no place yet. */
  readonly programFolder: string;
  /** Number of threads; absent for as many as save time. */
  readonly threads?: number | undefined;
  /** Whether code of the site may use everything of Astro while pages are drawn. */
  readonly hasOwnCode: boolean;
  /** Takes what the pages reference. */
  readonly references: References;
  /** Whether a route's pages may be viewed without waiting. */
  readonly mayView: (route: string) => boolean;
  /** Whether the site's search index is needed. */
  readonly hasSearch: boolean;
  /** Work of this thread for later, in small steps. It is done while other threads have enough to do. */
  readonly laterWork: () => Iterator<void>;
  /** Called when the view of a page is ready. */
  readonly onPage: () => void;
  /** Called when adjacent pages of a route are written, with their twins. */
  readonly onDrawn: (route: string) => void;
  /** Called for each other thread at its end, with its processor time in milliseconds. */
  readonly onThread?: ((time: number) => void) | undefined;
}

/** Number of pages from which a second thread saves time. */
const fewestPages = 300;
/** Pages that one thread draws in the time that a third thread needs to start. */
const pagesPerThread = 1_000;
/** One thread makes all views, so more threads would wait for it. */
const maxThreads = 4;
/** Pages left from which the first thread saves time if it loads the templates and draws some of them, too. */
const fewestHere = 1_000;

/**
 * @returns what is kept of the search index (`SiteData.keptSearch`), if a thread has written it
 * @throws what the templates throw; the system's error
 */
export async function drawPages(pages: readonly PageToDraw[], options: DrawPagesOptions): Promise<unknown> {
  const { data, templates, drawing, outDir, references, hasOwnCode, onPage, onDrawn } = options;
  if (pages.length === 0 && !options.hasSearch) return undefined;
  const makeTwins = openTwinMaker(data);
  /** The views that were made last. */
  let views: PageView[] = [];
  const viewPage: SiteData['viewPage'] = async (address, words) => {
    const view = await data.viewPage(address, words);
    views.push(view);
    onPage();
    return view;
  };
  shareSiteData({ ...data, viewPage });
  const programFolder = placeProgram(templates, options.programFolder);
  const threads = options.threads ?? threadsFor(pages.length);
  const pool =
    threads > 1
      ? new DrawPool(threads - 1, { data, hasOwnCode, templates, drawing, outDir, programFolder, references, onDrawn })
      : undefined;
  try {
    if (options.hasSearch) pool?.writeSearch(data.listSearchParts());
    const work = options.laterWork();
    const load = (): Promise<DrawPage> => loadTemplates(templates, programFolder, drawing.assetBase, hasOwnCode);
    let draw = pool === undefined ? await load() : undefined;
    const writer = new PageWriter(outDir, data.publicFiles);
    const takeViews = (): readonly PageView[] => {
      const taken = views;
      views = [];
      return taken;
    };
    const drawHere = async (page: PageToDraw): Promise<void> => {
      draw ??= await load();
      writer.write(page.file, await draw(page), references);
      for (const view of takeViews()) writer.writeTexts(makeTwins(view));
    };
    const words = wordsIn(data.lang);
    const taskFor = (group: readonly PageToDraw[], made: readonly PageView[]): ThreadTask => ({
      pages: group,
      views: made,
      sources: made.map((view) => data.sourceOfTwins(view, words)),
      files: made.flatMap(({ address }) => withoutPublic([...data.writePageData(address)], data)),
      ...(group[0]!.file === outputFiles.notFound && { notFound: data.viewNotFound(drawing.base) }),
    });
    let left = pages.length;
    for (const group of groupByRoute(pages)) {
      while (!options.mayView(group[0]!.route) && work.next().done !== true) await pass();
      const isFree = pool !== undefined && (await isThreadFree(pool, work));
      if (pool === undefined || (!isFree && (draw !== undefined || left >= fewestHere))) {
        for (const page of group) await drawHere(page);
        onDrawn(group[0]!.route);
      } else {
        if (!isFree) await pool.free();
        for (const { address } of group) if (address !== undefined) await viewPage(address, words.values);
        pool.draw(taskFor(group, takeViews()));
      }
      left -= group.length;
    }
    while (work.next().done !== true);
    await pool?.finish();
    return pool?.search;
  } finally {
    for (const time of (await pool?.stop()) ?? []) options.onThread?.(time);
  }
}

/** Lets results of other threads arrive. */
function pass(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

/** Waits for a free thread, as long as this thread has other work. */
async function isThreadFree(pool: DrawPool, work: Iterator<void>): Promise<boolean> {
  do {
    // Results of threads arrive in between.
    await pool.tick();
    if (pool.isFree()) return true;
  } while (work.next().done !== true);
  return false;
}

function threadsFor(pages: number): number {
  const useful = pages < fewestPages ? 1 : Math.max(2, Math.ceil(pages / pagesPerThread));
  return Math.min(availableParallelism(), maxThreads, useful);
}

/** Groups of adjacent pages of one route: their views share many parts, which are sent once. */
function groupByRoute(pages: readonly PageToDraw[]): readonly (readonly PageToDraw[])[] {
  const groups: PageToDraw[][] = [];
  for (const page of pages) {
    const last = groups.at(-1);
    if (last?.[0]?.route === page.route) last.push(page);
    else groups.push([page]);
  }
  return groups;
}
