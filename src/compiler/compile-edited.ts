// Edited pages and samples → the site with the pages that show them compiled anew, without the other pages. All that
// other pages and findings read of the pages is compared with their state before the edit. Only the pages that name a
// sample show it.

import { checkModel } from './check/index.ts';
import { collectSamples } from './collect/index.ts';
import { editFacts, type FileEdit } from './edit-facts.ts';
import type { Report } from './diagnostics/index.ts';
import { KeptSite, makeReadPage, type KeptFiles, type ReadPage } from './kept-site.ts';
import { NotKept } from './lazy.ts';
import { listReaders } from './list-readers.ts';
import type { Page, PageFacts, ResolvedModel, Sample, SampleIndex, SiteFacts } from './model/index.ts';
import { runSteps } from './pipeline.ts';
import { renewEdited } from './renew-edited.ts';
import { renewPages } from './renew-pages.ts';
import type { SourceFile } from './source/index.ts';

/** What was edited in a site. */
export interface SiteEdits {
  readonly pages: readonly FileEdit[];
  /** Paths of samples. */
  readonly samples: readonly string[];
  /** Navigation files, and `site.yaml`. */
  readonly others: readonly FileEdit[];
}

export interface EditedSite {
  /** The site after the edits. Pages that were not edited are compiled when they are read. */
  readonly resolved: ResolvedModel;
  /** The site before the edits. */
  readonly before: ResolvedModel;
  /** Routes of the edited pages, and of those that may show edited samples, texts or rows. */
  readonly routes: readonly string[];
  /** By route: the facts of these pages after the edits. */
  readonly facts: ReadonlyMap<string, PageFacts>;
  /** Whether titles of links have changed that sections take from their pages. */
  readonly hasTitles: boolean;
}

/** As many unedited pages are compiled, or a third of a larger site: with more, compiling all of them costs less. */
const fewPages = 150;

/** Most pages that are compiled because of samples, or because they show texts or rows of edited pages. */
const maxPages = 100;

/**
 * Compiles edited pages, and pages that show edited samples. The result is that of `compileContent`.
 * @param facts of the site before the edits, whose other files have not changed
 * @returns undefined if an edit changes more than words of its own page and the texts of samples, or a file has
 * findings: then the whole site has to be compiled. Of navigation files, titles of links may change; of `site.yaml`,
 * the accent colour. Of pages, everything that no other file reads
 */
export function compileEdited(facts: SiteFacts, edits: SiteEdits, files: KeptFiles): EditedSite | undefined {
  const samples = edits.samples.map((path) => files.readSample(path));
  if (!samples.every((sample) => sample !== undefined)) return undefined;
  const showing = listShowing(facts, edits, samples, files);
  if (showing === undefined) return undefined;
  const pages = [...edits.pages, ...showing];
  const known = new Set(facts.pages.map(({ path }) => path));
  if (!pages.every(({ after }) => known.has(after.path))) return undefined;
  if (edits.samples.some((path) => facts.found.has(path))) return undefined;
  try {
    const found = compare(facts, { ...edits, pages }, samples, files);
    if (found !== 'shown elsewhere') return found;
    const paths = new Set(pages.map(({ after }) => after.path));
    const readers = openSame(listReaders(facts, paths, maxPages), files);
    const all = readers && compare(facts, { ...edits, pages: [...pages, ...readers] }, samples, files, true);
    return all === 'shown elsewhere' ? undefined : all;
  } catch (error) {
    if (error instanceof NotKept) return undefined;
    throw error;
  }
}

/**
 * The other pages that may show edited samples, as edits that change no text; undefined if there are too many, or if
 * one cannot be read.
 */
function listShowing(
  facts: SiteFacts,
  edits: SiteEdits,
  samples: readonly Sample[],
  files: KeptFiles,
): readonly FileEdit[] | undefined {
  if (samples.length === 0) return [];
  const edited = new Set(edits.pages.map(({ after }) => after.path));
  const stems = new Set(samples.map(({ stem }) => stem));
  const pages = facts.pages.filter((page) => !edited.has(page.path) && page.stems.some((stem) => stems.has(stem)));
  return pages.length > maxPages ? undefined : openSame(pages, files);
}

/** Pages as edits that change no text; undefined if one cannot be read. */
function openSame(pages: readonly PageFacts[] | undefined, files: KeptFiles): readonly FileEdit[] | undefined {
  const opened: FileEdit[] = [];
  for (const { path } of pages ?? []) {
    const file = files.readPage(path);
    if (file === undefined) return undefined;
    opened.push({ before: file, after: file });
  }
  return pages && opened;
}

/**
 * Compares the site before and after edits.
 * @param hasReaders whether the pages include all that may show texts and rows of edited pages
 * @returns `shown elsewhere` if only these pages are missing; undefined if the whole site has to be compiled
 */
function compare(
  facts: SiteFacts,
  { pages: edits, others }: SiteEdits,
  samples: readonly Sample[],
  files: KeptFiles,
  hasReaders = false,
): EditedSite | 'shown elsewhere' | undefined {
  if (edits.some(({ after }) => facts.found.has(after.path))) return undefined;
  let isSound = true;
  const report: Report = () => {
    isSound = false;
  };
  let renewed: SiteFacts | undefined = facts;
  for (const edit of others) renewed = renewed && editFacts(renewed, edit, report);
  if (renewed === undefined || !isSound) return undefined;
  const readPage = makeReadPage(facts);
  // Pages that were not edited are the same in both sites.
  const pages = new Map<string, Page>();
  const open = (of: SiteFacts, texts: readonly SourceFile[], to: Report): KeptSite =>
    new KeptSite(of, {
      maxPages: Math.max(fewPages, facts.pages.length / 3),
      files,
      readPage,
      pages,
      report: to,
      edited: readAll(texts, readPage, to),
    });
  const texts = edits.map((edit) => edit.after);
  const { resolved } = open(renewed, texts, report);
  if (!isSound) return undefined;
  const before = open(
    facts,
    edits.map((edit) => edit.before),
    () => {},
  ).resolved;
  const changed = renewEdited(facts, { before, after: resolved }, edits, hasReaders);
  if (changed === undefined || changed === 'shown elsewhere') return changed;
  const now = renewPages(renewed, [...changed.values()]);
  if (now === undefined) return undefined;
  const hasTitles = now.sections !== renewed.sections;
  const after = hasTitles ? open(now, texts, () => {}).resolved : resolved;
  const routes = [...changed.keys()];
  checkPages(after, routes, collectSamples(samples, report), report);
  return isSound ? { resolved: after, before, routes, facts: changed, hasTitles } : undefined;
}

function readAll(files: readonly SourceFile[], readPage: ReadPage, report: Report): ReadonlyMap<string, Page> {
  return new Map(
    files.map((file) => {
      const page = readPage(file, report);
      return [page.route, page];
    }),
  );
}

/** Runs all rules for some pages and samples. What rules read of other files has not changed. */
function checkPages(resolved: ResolvedModel, routes: readonly string[], samples: SampleIndex, report: Report): void {
  const { model } = resolved;
  const pages = new Map(routes.map((route) => [route, resolved.pages.get(route)!]));
  const own: ResolvedModel = {
    ...resolved,
    site: { ...resolved.site, accent: undefined },
    pages,
    model: {
      ...model,
      site: { ...model.site, file: undefined },
      pages: new Map(routes.map((route) => [route, model.pages.get(route)!])),
      descriptions: new Map(),
      samples,
    },
  };
  runSteps(checkModel(own, report));
}
