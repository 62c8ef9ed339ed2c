// Pages of which only words were edited → the site with these pages compiled anew, without the other pages. Everything
// that other pages, lists and findings read of the pages is compared with their state before the edit.

import { checkModel } from './check/index.ts';
import { describeShape, type PageShape } from './describe-shape.ts';
import type { Report } from './diagnostics/index.ts';
import { KeptSite, makeReadPage, type KeptFiles, type ReadPage } from './kept-site.ts';
import { NotKept } from './lazy.ts';
import type { Page, PageFacts, ResolvedModel, SiteFacts } from './model/index.ts';
import { runSteps } from './pipeline.ts';
import type { SourceFile } from './source/index.ts';

/** An edited page. */
export interface PageEdit {
  readonly before: SourceFile;
  readonly after: SourceFile;
  /** Where the texts begin in `before` that other pages read. */
  readonly readElsewhere: readonly number[];
}

export interface EditedSite {
  /** The site after the edits. Pages that were not edited are compiled when they are read. */
  readonly resolved: ResolvedModel;
  /** The site before the edits. */
  readonly before: ResolvedModel;
  /** Routes of the edited pages. */
  readonly routes: readonly string[];
  /** By route: where the texts begin now that other pages read. */
  readonly readElsewhere: ReadonlyMap<string, readonly number[]>;
}

/**
 * Compiles edited pages. The result is that of `compileContent`.
 * @param facts of the site before the edits, whose other files have not changed
 * @returns undefined if an edit changes more than words of its own page, or a page has findings: then the whole site
 * has to be compiled
 */
export function compileEdited(facts: SiteFacts, edits: readonly PageEdit[], files: KeptFiles): EditedSite | undefined {
  const known = new Map(facts.pages.map((page) => [page.path, page]));
  const pages = edits.map(({ after }) => known.get(after.path));
  if (!pages.every((page): page is PageFacts => page !== undefined && !page.hasFindings)) return undefined;
  try {
    return compare(facts, edits, files);
  } catch (error) {
    if (error instanceof NotKept) return undefined;
    throw error;
  }
}

function compare(facts: SiteFacts, edits: readonly PageEdit[], files: KeptFiles): EditedSite | undefined {
  let isSound = true;
  const report: Report = () => {
    isSound = false;
  };
  const readPage = makeReadPage(facts);
  // Pages that were not edited are the same in both sites.
  const pages = new Map<string, Page>();
  const open = (texts: readonly SourceFile[], to: Report): KeptSite =>
    new KeptSite(facts, { files, readPage, pages, report: to, edited: readAll(texts, readPage, to) });
  const after = open(
    edits.map((edit) => edit.after),
    report,
  ).resolved;
  if (!isSound) return undefined;
  const before = open(
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
  checkPages(after, routes, report);
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

/** Runs all rules for some pages. What rules read of other pages, navigation and samples has not changed. */
function checkPages(resolved: ResolvedModel, routes: readonly string[], report: Report): void {
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
      samples: { ...model.samples, byFolder: new Map() },
    },
  };
  runSteps(checkModel(own, report));
}
