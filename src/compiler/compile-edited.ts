// Edited pages and samples → the site with the pages that show them compiled anew, without the other pages. All that
// other pages and findings read of the pages is compared with their state before the edit. Only the pages that name a
// sample show it.

import { checkModel } from './check/index.ts';
import { collectSamples } from './collect/index.ts';
import { editFacts, type FileEdit } from './edit-facts.ts';
import { describeFace, type PageFace } from './describe-face.ts';
import type { Report } from './diagnostics/index.ts';
import { KeptSite, makeReadPage, type KeptFiles, type ReadPage } from './kept-site.ts';
import { NotKept } from './lazy.ts';
import { keepsTargets } from './keeps-targets.ts';
import { listPage } from './list-facts.ts';
import type { Entity, Page, PageFacts, ResolvedModel, Sample, SampleIndex, SiteFacts } from './model/index.ts';
import { runSteps } from './pipeline.ts';
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
  /** Routes of the edited pages, and of those that may show edited samples. */
  readonly routes: readonly string[];
  /** By route: the facts of these pages after the edits. */
  readonly facts: ReadonlyMap<string, PageFacts>;
  /** Whether titles of links have changed that sections take from their pages. */
  readonly hasTitles: boolean;
}

/** As many unedited pages are compiled, or a third of a larger site: with more, compiling all of them costs less. */
const fewPages = 150;

/** Most pages that are compiled because of samples. */
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
  const paths = pages.map(({ after }) => after.path);
  if (!paths.every((path) => known.has(path))) return undefined;
  if ([...paths, ...edits.samples].some((path) => facts.found.has(path))) return undefined;
  try {
    return compare(facts, { ...edits, pages }, samples, files);
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
  if (pages.length > maxPages) return undefined;
  const showing: FileEdit[] = [];
  for (const { path } of pages) {
    const file = files.readPage(path);
    if (file === undefined) return undefined;
    showing.push({ before: file, after: file });
  }
  return showing;
}

function compare(
  facts: SiteFacts,
  { pages: edits, others }: SiteEdits,
  samples: readonly Sample[],
  files: KeptFiles,
): EditedSite | undefined {
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
  const changed = new Map<string, PageFacts>();
  for (const route of routesOf(edits, facts)) {
    const page = renewPage(facts, before, resolved, route);
    if (page === undefined) return undefined;
    changed.set(route, page);
  }
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

function routesOf(edits: readonly FileEdit[], facts: SiteFacts): readonly string[] {
  const routes = new Map(facts.pages.map(({ path, route }) => [path, route]));
  return edits.map(({ after }) => routes.get(after.path)!);
}

/** The new facts of an edited page; undefined if something has changed that other files read. */
function renewPage(
  facts: SiteFacts,
  before: ResolvedModel,
  after: ResolvedModel,
  route: string,
): PageFacts | undefined {
  const isShownElsewhere = ({ language, key: { value: key } }: Entity): boolean =>
    facts.referenced.has(key) || (facts.entities.get(language)?.get(key)?.length ?? 0) !== 2;
  const faceIn = ({ model, pages }: ResolvedModel): PageFace =>
    describeFace(model.pages.get(route)!, pages.get(route)!, isShownElsewhere);
  const last = facts.pages.find((page) => page.route === route)!;
  const places = movePlaces(last.readElsewhere, faceIn(before), faceIn(after));
  if (places === undefined) return undefined;
  const [old, now] = [before, after].map(({ pages }) => pages.get(route)!);
  if (!keepsTargets(facts, old!, now!)) return undefined;
  const page = listPage(now!, places);
  // The only block without samples may be gone, which is a finding about the site.
  if (facts.found.has('.') && page.stems.join() !== last.stems.join()) return undefined;
  return page;
}

/** The new places of texts that other pages read; undefined if one of them has changed, or the face has. */
function movePlaces(
  readElsewhere: readonly number[],
  before: PageFace,
  after: PageFace,
): readonly number[] | undefined {
  if (before.face !== after.face) return undefined;
  const read = new Set(readElsewhere);
  const places: number[] = [];
  for (const [i, text] of before.texts.entries()) {
    if (!read.delete(text.node.range.start)) continue;
    if (text.value !== after.texts[i]!.value) return undefined;
    places.push(after.texts[i]!.node.range.start);
  }
  return read.size === 0 ? places : undefined;
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
