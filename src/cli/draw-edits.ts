// Draws the pages that edits change into the last site, without the rest of the site.

import { pathOf, type Address } from '../compiler/model/index.ts';
import { firstPartOf, isFullTextPart, withParts } from '../compiler/source/index.ts';
import {
  findDifferent,
  findLostFiles,
  listSiteFiles,
  markerFile,
  openEdits,
  References,
  ReplacedPages,
  replaceTrees,
  restylePages,
  writeEditedFiles,
  writeMarker,
  writePictures,
  type BuildMemory,
  type EarlyColours,
  type KeptEdits,
  type Timeline,
} from '../project/index.ts';
import { basePathOf, sumOf, type Drawn } from './draw-site.ts';
import { LinkCounter } from './link-counter.ts';
import type { CountedSite } from './describe-build.ts';
import { version } from './version.ts';

/** Edited pages, drawn. */
export interface DrawnEdits {
  readonly site: CountedSite;
  readonly drawn: Omit<Drawn, 'keepPages'> & {
    readonly changes: NonNullable<Drawn['changes']>;
    readonly routes: NonNullable<Drawn['routes']>;
  };
  readonly kept: KeptEdits;
}

/**
 * Draws the pages that show the edits since the last build, if all edits are of kinds that allow it (decision 0037).
 * @param content absolute path of the content folder
 * @param folder folder of the new site; files may be left in it if the whole site has to be built
 * @param base path that the site is served at; '' for that of its address
 * @param memory of the last build, whose site is unchanged
 * @param threads number of threads that draw many pages; absent for as many as save time
 * @param colours colours what no cache has
 * @returns undefined if the whole site has to be built
 */
export async function drawEdits(
  content: string,
  folder: string,
  base: string,
  memory: BuildMemory,
  timeline: Timeline,
  threads: number | undefined,
  colours: EarlyColours,
): Promise<DrawnEdits | undefined> {
  timeline.start('compile');
  const opened = await openEdits(content, memory, colours);
  if (opened === undefined) return undefined;
  const {
    resolved,
    data,
    routes,
    changed,
    search,
    hostFiles,
    lists,
    hasNavigation,
    isRestyled,
    trees,
    kept,
    recordOf,
  } = opened;
  timeline.start('load');
  const { buildSite, openTreeDrawer } = await import('../astro/index.ts');
  const own = new Set(routes);
  const links = new LinkCounter(data);
  const { url } = resolved.site;
  const path = base || basePathOf(url);
  const references = new References({ base: path, url });
  let drawn = 0;
  const isWhole = await buildSite(
    { ...data, viewPage: links.count(data.viewPage) },
    {
      contentFolder: content,
      outDir: folder,
      base: path,
      lastSite: memory.place,
      isOwn: (route) => own.has(route),
      hasSiteFiles: false,
      mayCache: true,
      // Threads take longer to start than a few pages take to draw.
      threads: routes.length > 20 ? threads : 1,
      references,
      laterWork: () => [],
      onPage: () => drawn++,
      onStage: (stage) => timeline.start(stage),
    },
  );
  if (!isWhole) return undefined;
  timeline.start('files');
  const fileOf = (address: Address): string => `${pathOf(address)}index.html`;
  const changedFiles = new Map([...search.files, ...hostFiles, ...(lists?.files ?? [])]);
  await writeEditedFiles(data, folder, path, memory.place, changedFiles, hasNavigation);
  const last = memory.last!;
  const before = [...last.outputs.keys()];
  const isPage = (file: string): boolean =>
    file.endsWith('.html') && !data.publicFiles.has(file) && !resolved.model.assets.has(file);
  if (isRestyled || data.cards.length > 0) await writePictures(content, data, folder);
  // A file of `public` is in the last site in place of what was made, and has not changed.
  const made = (await listSiteFiles(folder)).filter((file) => !data.publicFiles.has(file));
  const replaced = new ReplacedPages(memory.place, folder);
  const drawTree = openTreeDrawer(data.lang);
  const newTrees = trees
    .map(({ address, ...tree }) => ({ ...tree, path: fileOf(address) }))
    .filter((tree) => isPage(tree.path))
    .map((tree) => ({ path: tree.path, before: drawTree(tree.before), after: drawTree(tree.after) }));
  if (!replaceTrees(replaced, newTrees, references)) return undefined;
  const oldStyles = isRestyled ? restylePages(replaced, before, made, isPage) : [];
  if (oldStyles === undefined) return undefined;
  timeline.start('verify');
  const fresh = new Set(made);
  const twins = [...data.addresses, ...data.lists].flatMap((address) =>
    own.has(address.route) ? data.twinsOf(address).filter((twin) => !data.publicFiles.has(twin)) : [],
  );
  const hasPart = (twin: string): boolean => last.outputs.has(twin);
  // Twins and full texts that are shorter now have fewer parts. All full texts are written.
  const oldParts = [
    ...withParts(twins, hasPart).filter((twin) => firstPartOf(twin) !== undefined),
    ...before.filter((file) => isFullTextPart(file) && !data.publicFiles.has(file)),
  ].filter((file) => !fresh.has(file));
  const removed = new Set([...search.removed, ...(lists?.removed ?? []), ...oldStyles, ...oldParts]);
  const left = before.filter((file) => !removed.has(file));
  const files = [...new Set([...left, ...made])].sort();
  const lost = findLostFiles(
    [folder, memory.place],
    files,
    data.addresses.map(fileOf),
    references,
    // What else replaced pages name has not changed.
    new Set(left.filter((file) => !fresh.has(file))),
  );
  if (lost.length > 0) return undefined;
  const addresses = resolved.pages.size * (resolved.site.languages.length + 1);
  const pages = addresses + (resolved.pages.has('') ? 0 : resolved.site.languages.length + 1);
  await writeMarker(folder, { pages, version, base: path }, files);
  const counts = new Map(last.routes);
  for (const route of changed.keys()) {
    const counted = own.has(route)
      ? (links.byRoute.get(route) ?? { linked: 0, ambiguous: 0 })
      : last.routes.get(route)!;
    counts.set(route, recordOf(route, { linked: counted.linked, ambiguous: counted.ambiguous }));
  }
  return {
    site: resolved,
    kept,
    drawn: {
      links: sumOf([...counts.values()]),
      paths: [],
      files: files.length,
      routes: counts,
      drawn,
      taken: pages + data.lists.length + data.redirects.length + 1 - drawn,
      changes: {
        written: findDifferent(memory.place, folder, [...made, markerFile]),
        removed: [...removed],
        replaced: replaced.paths,
        patch: replaced.patch,
      },
      reasonOf: (route) => {
        const questions = changed.get(route);
        if (questions !== undefined) return { kind: 'changed', questions };
        return { kind: last.routes.has(route) ? 'same' : 'unknown' };
      },
    },
  };
}
