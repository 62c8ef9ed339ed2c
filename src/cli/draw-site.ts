// Draws a compiled project into a folder, checks the result and writes Stele's marker. Decides whether the site's own
// code has failed.

import { findDiskError, findMissingPart } from '../disk/index.ts';
import {
  beginSite,
  findLostFiles,
  keepTimes,
  listSiteFiles,
  markerFile,
  openAnswers,
  PageReuse,
  References,
  SiteIncomplete,
  writeMarker,
  type BuildMemory,
  type EarlyColours,
  type FactsToKeep,
  type KeptPages,
  type Project,
  type RouteRecord,
  type Shard,
  type SiteChanges,
  type TakingReason,
  type Timeline,
} from '../project/index.ts';
import { pathOf, type CodeLinkCounts, type SiteData } from '../compiler/model/index.ts';
import { LinkCounter } from './link-counter.ts';
import { OwnCodeFailed, withLateErrors } from './own-code-failed.ts';
import { earlyKeeper, groupFiles, recordedRoutes, recordRoutes } from './route-records.ts';
import { startProgress } from './terminal.ts';
import { version } from './version.ts';

/** Whether the site's own code may have failed: not if the disk failed or parts of Stele are missing. */
function isOfOwnCode(error: unknown, content: string): boolean {
  if (error instanceof Error && error.name === 'AstroRefused') return false;
  const failed = findDiskError(error);
  // Code that looks for a file that is not there is code with a mistake.
  return failed === undefined ? findMissingPart(error, content) === undefined : failed.code === 'ENOENT';
}

/** Why the pages of a route were drawn again or not. */
export type DrawingReason =
  | TakingReason
  /** `unknown`: there is no such route. `own-code`: all pages are drawn. `no-record`: there is no last build. */
  | { readonly kind: 'unknown' | 'own-code' | 'no-record' };

export interface Drawn {
  readonly links: CodeLinkCounts;
  /** Folders of the pages below the site's top. */
  readonly paths: readonly string[];
  /** Number of files of the site. */
  readonly files: number;
  /** What each route was drawn from; absent if the next build cannot know what its pages depend on. */
  readonly routes?: ReadonlyMap<string, RouteRecord>;
  /** Number of pages drawn, and of pages taken over from the last site. */
  readonly drawn: number;
  readonly taken: number;
  readonly reasonOf: (route: string) => DrawingReason;
  /** Keeps the drawn pages in the cache. Call it before the site is replaced. Errors of the disk are ignored. */
  readonly keepPages: () => Promise<void>;
  /** What the next build changes the search index from. */
  readonly search?: unknown;
  /** What changes in the last site; absent if the whole site is in the folder. */
  readonly changes?: SiteChanges | undefined;
}

export interface DrawOptions {
  readonly folder: string;
  readonly base: string;
  /** The last build; absent to draw everything. */
  readonly memory: BuildMemory | undefined;
  /** Facts about the site for the next build; absent if it needs none. */
  readonly facts: FactsToKeep | undefined;
  /** Pages in the cache. */
  readonly kept: KeptPages | undefined;
  /** Whether the cache keeps the pages of a build that draws so many. */
  readonly keeps: (drawn: number) => boolean;
  readonly mayCache: boolean;
  /** Measures the stages. */
  readonly timeline: Timeline;
  /** The colours that opening the project began with. */
  readonly colours: EarlyColours;
  /** Whether files of the last site may be changed in place: it is as the last build left it. */
  readonly mayChange: boolean;
  /** The part of the site that is drawn; absent for the whole. */
  readonly shard?: Shard | undefined;
  /** Number of threads that draw pages; absent for as many as save time. */
  readonly threads?: number | undefined;
}

/**
 * Draws the site, or takes over pages of the last one whose answers have not changed.
 * @throws OwnCodeFailed, SiteIncomplete; the system's error
 */
export async function drawSite(project: Project, options: DrawOptions): Promise<Drawn> {
  const { folder, base, memory, kept, mayCache, threads, timeline, colours, shard } = options;
  timeline.start('load');
  const [{ data, mayView, waitFor, finished }, { buildSite, hasOwnCode: hasCode, listPages }] = await Promise.all([
    beginSite(project, mayCache, colours),
    import('../astro/index.ts'),
  ]);
  const hasOwnCode = hasCode(data);
  // Errors of threads must not look like those of the site's own code.
  if (hasOwnCode) await finished;
  // Code of the site's own may ask for anything.
  const reuse =
    hasOwnCode || (memory ?? kept) === undefined
      ? undefined
      : new PageReuse(memory, await openAnswers(project), folder, kept);
  const isOwn = shard && ownRoutes(data, shard);
  const isOther = (path: string): boolean => data.publicFiles.has(path) || data.assets.includes(path);
  const pages = listPages(data);
  const staysInPlace =
    options.mayChange &&
    (reuse?.stayInPlace(
      pages.map(({ file }) => file),
      isOther,
    ) ??
      false);
  const own = data.addresses.filter(({ route }) => isOwn?.(route) ?? true);
  const progress = startProgress('Drawing pages');
  let drawn = 0;
  const links = new LinkCounter(data);
  const onPage = (): void => {
    progress.update(++drawn + (reuse?.pages ?? 0), own.length);
  };
  const references = new References({ base, url: project.resolved.site.url });
  // If there is nothing to take, the answers are computed later, while threads draw.
  const mayTake = reuse !== undefined && (await reuse.hasPages());
  const take = mayTake ? (route: string, paths: readonly string[]) => reuse.take(route, paths, references) : undefined;
  let mayReuse: boolean;
  let search: unknown;
  try {
    const viewPage = links.count(data.viewPage);
    const counted: SiteData = {
      ...data,
      viewPage: async (address, words) => {
        await waitFor(address.route);
        return viewPage(address, words);
      },
    };
    const build = (): Promise<boolean> =>
      buildSite(counted, {
        contentFolder: project.folder,
        outDir: folder,
        base,
        take,
        lastSite: staysInPlace ? memory?.place : undefined,
        isOwn,
        hasSiteFiles: shard === undefined || shard.index === 1,
        mayCache,
        threads,
        references,
        mayView,
        *laterWork() {
          if (reuse === undefined) return;
          yield* options.facts?.prepare() ?? [];
          for (const route of recordedRoutes(data)) {
            reuse.answersOf(route);
            yield;
          }
        },
        onSearch: (made) => (search = made),
        onPage,
        onDrawn:
          reuse && !mayTake && shard === undefined && options.keeps(pages.length)
            ? earlyKeeper(pages, data, reuse, links.byRoute)
            : undefined,
        onStage: (stage) => timeline.start(stage),
        onThread: (time) => timeline.addThread('drawing', time),
      });
    mayReuse = await (hasOwnCode ? withLateErrors(build) : build());
    await finished;
  } catch (error) {
    throw hasOwnCode && isOfOwnCode(error, project.folder) ? new OwnCodeFailed(error, project.folder) : error;
  }
  progress.end();
  timeline.start('verify');
  const paths = own.map(pathOf);
  const isChange = staysInPlace && mayReuse;
  const files = [...(isChange ? reuse!.taken : []), ...(await listSiteFiles(folder))].sort();
  const pageFiles = paths.map((path) => `${path}index.html`);
  const folders = [folder, ...(isChange ? [memory!.place] : [])];
  const lost = findLostFiles(
    folders,
    files,
    pageFiles,
    references,
    reuse?.hasLost(files) === false ? reuse.taken : undefined,
  );
  // The pages of a part reference those of others: they are checked when the parts are joined.
  if (lost.length > 0 && shard === undefined) throw new SiteIncomplete(lost);
  const errors = project.diagnostics.filter(({ severity }) => severity === 'error').length || undefined;
  await writeMarker(folder, { pages: data.addresses.length, version, base, shard, errors }, files);
  const made = [...files, markerFile].filter((path) => reuse?.taken.has(path) !== true);
  if (memory !== undefined && !isChange) {
    keepTimes(memory.place, folder, made);
    memory.lookEarly(folder, [...files, markerFile]);
  }
  let grouped: ReadonlyMap<string, readonly string[]> | undefined;
  // Most builds need no files by route.
  const filesByRoute = (): ReadonlyMap<string, readonly string[]> => {
    if (grouped !== undefined) return grouped;
    const all = new Set(files);
    return (grouped = groupFiles(pages, data.publicFiles, (path) => all.has(path)));
  };
  const filesOf = (route: string): readonly string[] => filesByRoute().get(route) ?? [];
  const routes = reuse && mayReuse ? recordRoutes(data, reuse, links.byRoute) : undefined;
  return {
    links: routes === undefined ? data.codeLinks() : sumOf([...routes.values()]),
    paths,
    // The marker is one of them.
    files: files.length + 1,
    ...(routes === undefined ? {} : { routes }),
    drawn,
    taken: reuse?.pages ?? 0,
    changes: isChange ? reuse!.changes(made) : undefined,
    keepPages: async () => {
      if (routes === undefined) return;
      const all = [...routes].map(([route, record]) => [route, { record, files: filesOf(route) }] as const);
      await reuse!.keepDrawn(new Map(all.filter(([route]) => isOwn?.(route) ?? true)));
    },
    search: search ?? data.keptSearch(),
    reasonOf: (route) => {
      if (!filesByRoute().has(route)) return { kind: 'unknown' };
      if (hasOwnCode || !mayReuse) return { kind: 'own-code' };
      return reuse?.reasonOf(route, filesOf(route)) ?? { kind: 'no-record' };
    },
  };
}

/**
 * The routes of a part: neighbours in the navigation are in different parts, so that all take about the same time. The
 * first part has the page of missing addresses, old addresses and generated lists.
 */
function ownRoutes(data: SiteData, { index, count }: Shard): (route: string) => boolean {
  const routes = [...new Set(data.addresses.map(({ route }) => route))];
  const parts = new Map(routes.map((route, i) => [route, (i % count) + 1]));
  return (route) => (parts.get(route) ?? 1) === index;
}

/** The sum of counts. */
export function sumOf(counts: readonly CodeLinkCounts[]): CodeLinkCounts {
  const sum = (pick: (each: CodeLinkCounts) => number): number => counts.reduce((total, each) => total + pick(each), 0);
  return { linked: sum(({ linked }) => linked), ambiguous: sum(({ ambiguous }) => ambiguous) };
}

/** The path of a site's address. */
export function basePathOf(url: string | undefined): string {
  return url === undefined ? '/' : new URL(url).pathname;
}
