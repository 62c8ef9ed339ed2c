// Pages of which only words were edited, and edited samples → the site with the pages that show them compiled anew,
// without the other pages. Everything that other pages, lists and findings read of the pages is compared with their
// state before the edit. Only the pages that name a sample show it.

import { checkModel } from './check/index.ts';
import { collectSamples } from './collect/index.ts';
import { editFacts, type FileEdit } from './edit-facts.ts';
import { describeShape, type PageShape } from './describe-shape.ts';
import type { Report } from './diagnostics/index.ts';
import { KeptSite, makeReadPage, type KeptFiles, type ReadPage } from './kept-site.ts';
import { NotKept } from './lazy.ts';
import type { Page, ResolvedModel, Sample, SampleIndex, SiteFacts } from './model/index.ts';
import { runSteps } from './pipeline.ts';
import type { SourceFile } from './source/index.ts';

/** An edited page. */
export interface PageEdit extends FileEdit {
  /** Where the texts begin in `before` that other pages read. */
  readonly readElsewhere: readonly number[];
}

/** What was edited in a site. */
export interface SiteEdits {
  readonly pages: readonly PageEdit[];
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
  /** By route: where the texts begin now that other pages read. */
  readonly readElsewhere: ReadonlyMap<string, readonly number[]>;
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
 * the accent colour
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
): readonly PageEdit[] | undefined {
  if (samples.length === 0) return [];
  const edited = new Set(edits.pages.map(({ after }) => after.path));
  const stems = new Set(samples.map(({ stem }) => stem));
  const pages = facts.pages.filter((page) => !edited.has(page.path) && page.stems.some((stem) => stems.has(stem)));
  if (pages.length > maxPages) return undefined;
  const showing: PageEdit[] = [];
  for (const { path, readElsewhere } of pages) {
    const file = files.readPage(path);
    if (file === undefined) return undefined;
    showing.push({ before: file, after: file, readElsewhere });
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
  const after = open(
    renewed,
    edits.map((edit) => edit.after),
    report,
  ).resolved;
  if (!isSound) return undefined;
  const before = open(
    facts,
    edits.map((edit) => edit.before),
    () => {},
  ).resolved;
  const readElsewhere = new Map<string, readonly number[]>();
  for (const [i, route] of [...routesOf(edits, facts)].entries()) {
    const places = movePlaces(edits[i]!, before, after, route);
    if (places === undefined) return undefined;
    readElsewhere.set(route, places);
  }
  const routes = [...readElsewhere.keys()];
  checkPages(after, routes, collectSamples(samples, report), report);
  return isSound ? { resolved: after, before, routes, readElsewhere } : undefined;
}

function readAll(files: readonly SourceFile[], readPage: ReadPage, report: Report): ReadonlyMap<string, Page> {
  return new Map(
    files.map((file) => {
      const page = readPage(file, report);
      return [page.route, page];
    }),
  );
}

function routesOf(edits: readonly PageEdit[], facts: SiteFacts): readonly string[] {
  const routes = new Map(facts.pages.map(({ path, route }) => [path, route]));
  return edits.map(({ after }) => routes.get(after.path)!);
}

/** The new places of texts that other pages read; undefined if one of them has changed, or more than words has. */
function movePlaces(
  { readElsewhere }: PageEdit,
  before: ResolvedModel,
  after: ResolvedModel,
  route: string,
): readonly number[] | undefined {
  const shapeIn = ({ model, pages }: ResolvedModel): PageShape =>
    describeShape(model.pages.get(route)!, pages.get(route)!);
  const [old, now] = [shapeIn(before), shapeIn(after)];
  if (old.shape !== now.shape) return undefined;
  const read = new Set(readElsewhere);
  const places: number[] = [];
  for (const [i, text] of old.texts.entries()) {
    if (!read.delete(text.node.range.start)) continue;
    if (text.value !== now.texts[i]!.value) return undefined;
    places.push(now.texts[i]!.node.range.start);
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
