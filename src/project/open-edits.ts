// A content folder in which only pages, samples, navigation files and `site.yaml` were edited → the pages that show the
// edits, compiled alone, and the data to draw them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditedSite, FileEdit, KeptFiles } from '../compiler/index.ts';
import type { SiteData, SiteFacts } from '../compiler/model/index.ts';
import { findCacheFile } from '../disk/index.ts';
import type { ChangedTree, ListChanges, SearchChanges } from '../outputs/index.ts';
import type { EarlyColours } from './early-colours.ts';
import { mayCompileAlone } from './facts-to-keep.ts';
import { hashAnswer, type BuildMemory, type BuildRecord, type RouteRecord } from './build-memory.ts';
import { maxEdits, type KeptEdit, type KeptEdits, type KeptFacts } from './kept-build.ts';
import { openHighlighter } from './open-highlighter.ts';
import { isNavigation, isRoutedPage, isSample, openKeptFiles } from './read-content.ts';
import { sha256 } from './sha256.ts';

/** Edited pages, ready to be drawn into the last site. */
export interface OpenedEdits extends Pick<EditedSite, 'resolved'> {
  /** The routes to draw: of pages, of lists, and `404`. */
  readonly routes: readonly string[];
  /** By route: questions whose answers have changed. */
  readonly changed: ReadonlyMap<string, readonly string[]>;
  readonly data: SiteData;
  readonly search: SearchChanges;
  /** Changed files for crawlers, by path from the top of the site. */
  readonly hostFiles: ReadonlyMap<string, string>;
  /** Changed lists of pages for programs. */
  readonly lists: ListChanges | undefined;
  /** Whether files with the navigation of large sections may have changed. */
  readonly hasNavigation: boolean;
  /** Whether pages have another style sheet. */
  readonly isRestyled: boolean;
  /** Trees that are replaced in pages of the last site, instead of drawing the pages. */
  readonly trees: readonly ChangedTree[];
  /** What the next build needs. */
  readonly kept: KeptEdits;
  /** The record of a route to draw. */
  recordOf(route: string, counted: Pick<RouteRecord, 'linked' | 'ambiguous'>): RouteRecord;
}

/**
 * Loads what `openEdits` needs, if all changes since the last build may be edits. It may be called while this thread
 * has nothing else to do.
 */
export async function prepareEdits(memory: BuildMemory): Promise<void> {
  if (sortEdits(memory.changedInputs ?? [], memory.inputs) === undefined) return;
  await Promise.all([import('../compiler/index.ts'), import('../outputs/index.ts'), memory.readFacts()]);
}

/**
 * Compiles the pages alone that edits change: of pages, samples and titles of navigation links.
 * @param folder absolute path of the content folder
 * @param memory of the last build, whose site is unchanged
 * @param colours colours what no cache has
 * @returns undefined if the whole content has to be compiled
 * @throws the system's error
 */
export async function openEdits(
  folder: string,
  memory: BuildMemory,
  colours: EarlyColours,
): Promise<OpenedEdits | undefined> {
  const { last, inputs } = memory;
  const found = sortEdits(memory.changedInputs ?? [], inputs);
  if (last === undefined || found === undefined) return undefined;
  const { pages, samples, others: rest } = found;
  const [kept, compiler, outputs] = await Promise.all([
    memory.readFacts(),
    import('../compiler/index.ts'),
    import('../outputs/index.ts'),
  ]);
  if (kept === undefined || !mayCompileAlone(kept.facts.site)) return undefined;
  const texts = await memory.readTexts(placesOf([...pages, ...rest], kept));
  if (texts === undefined) return undefined;
  const files = openKeptFiles(folder, inputs.keys());
  await colours.startEdited(samples.flatMap((path) => files.readSample(path) ?? []));
  const known = { kept, texts, files, last };
  const edited = listFileEdits([...pages, ...rest], known);
  const facts = renewAll(kept, compiler);
  if (edited === undefined || facts === undefined) return undefined;
  const pageEdits = edited.filter(({ after }) => isRoutedPage(after.path));
  const otherEdits = edited.filter(({ after }) => !isRoutedPage(after.path));
  const site = compiler.compileEdited(facts, { pages: pageEdits, samples, others: otherEdits }, files);
  if (site === undefined) return undefined;
  const { resolved, before } = site;
  if (!outputs.isSeenTheSame(before, resolved, site.routes)) return undefined;
  const mayLink = samples.length > 0 || outputs.hasOtherCode(before, resolved, site.routes);
  const edits = new Map(kept.edits);
  for (const path of [...pages, ...rest]) {
    const edit = edits.get(path);
    // The state of a file may have changed alone.
    if (edit !== undefined) edits.set(path, { ...edit, state: inputs.get(path)! });
  }
  const factsOf = new Map([...site.facts.values()].map((page) => [page.path, page]));
  const lastOf = new Map(facts.pages.map((page) => [page.path, page]));
  for (const [path, page] of factsOf) {
    // Pages that show edits have other facts, too.
    if (JSON.stringify(page) === JSON.stringify(lastOf.get(path))) continue;
    const text = edits.get(path)?.text ?? files.readPage(path)?.text;
    if (text === undefined) return undefined;
    edits.set(path, { text, state: inputs.get(path)!, page });
  }
  for (const { after } of edited) {
    const { path, text } = after;
    edits.set(path, { text, state: inputs.get(path)!, page: factsOf.get(path) });
  }
  if (edits.size > maxEdits) return undefined;
  const linker = new outputs.CodeLinker(resolved);
  const { answer, questionsOf } = outputs.listAnswers(resolved, hashAnswer, linker);
  // A page with its first sample asks more.
  if (!site.routes.every((route) => isSameSet(questionsOf(route), last.routes.get(route)?.answers))) return undefined;
  const ofPages = mayLink ? ['page', 'names'] : ['page'];
  const asked = new Map(site.routes.map((route) => [route, ofPages]));
  const hasNavigation = site.hasTitles || otherEdits.length > 0;
  if (hasNavigation) {
    const kinds = [
      ...(site.hasTitles ? ofNavigation : []),
      ...otherEdits.flatMap(({ after }) => (isNavigation(after.path) ? ofNavigation : ofSettings)),
    ];
    for (const route of last.routes.keys()) asked.set(route, [...(asked.get(route) ?? []), ...kinds]);
  }
  const { answers, changed } = askAgain(asked, last, answer);
  const contentRoutes = site.routes.filter((route) => changed.has(route));
  const isRestyled = [...changed.values()].some((questions) => questions.includes('style'));
  // Pages of which only the style sheet changes are not drawn.
  const others = [...changed.keys()].filter((route) => changed.get(route)!.some((question) => question !== 'style'));
  const beside = others.filter((route) => changed.get(route)!.every(isOfNavigation));
  // A page with another style sheet and another tree is drawn.
  const trees = isRestyled ? noTrees : outputs.listChangedTrees(before, resolved, beside);
  const routes = others.filter((route) => !trees.has(route));
  const drawn = routes.filter((route) => resolved.pages.has(route));
  const readFile = (path: string): string => readFileSync(join(memory.place, path), 'utf8');
  const search = outputs.changeSearch(kept.search, { before, after: resolved }, contentRoutes, readFile);
  const hostFiles = outputs.changeHostFiles({ before, after: resolved }, contentRoutes, readFile);
  const lists = outputs.isListedTheSame(before, resolved, site.routes, mayLink)
    ? undefined
    : outputs.changeLists(resolved, site.routes, sha256, last.outputs.keys(), readFile);
  const cache = await findCacheFile(folder, 'colours');
  const highlighter = await openHighlighter(outputs.listCodeOf(resolved, drawn), cache, colours, true);
  // A home page without a file is drawn, too.
  const viewed = routes.filter((route) => route === '' || resolved.pages.has(route));
  const data = outputs.viewContent(resolved, highlighter, undefined, viewed, linker);
  return {
    resolved,
    routes,
    changed,
    data: {
      ...data,
      cards: isRestyled ? outputs.listCards(resolved) : outputs.listChangedCards(before, resolved, contentRoutes),
    },
    search,
    hostFiles,
    lists,
    hasNavigation,
    isRestyled,
    trees: [...trees.values()].flat(),
    kept: { edits, search: search.kept },
    recordOf: (route, counted) => ({ ...counted, answers: answers.get(route)! }),
  };
}

const noTrees: ReadonlyMap<string, readonly ChangedTree[]> = new Map();

/** Whether the answer to a question changes only with the navigation of sections. */
function isOfNavigation(question: string): boolean {
  return /^(?:section|branch) /.test(question);
}

/** The places of the texts of files without the edits. */
function placesOf(paths: readonly string[], { places, edits }: KeptFacts): KeptFacts['places'] {
  const kept = paths.filter((path) => !edits.has(path) && places.has(path));
  return new Map(kept.map((path) => [path, places.get(path)!]));
}

/** Kinds of questions that every page may ask about navigation files, and about the accent colour of `site.yaml`. */
const [ofNavigation, ofSettings] = [['header', 'section', 'branch'], ['style']];

/** Whether a path is that of another file of which edits may be compiled alone. */
function isOther(path: string): boolean {
  return isNavigation(path) || path === 'site.yaml';
}

/** Paths of changed files. */
interface ChangedPaths {
  readonly pages: readonly string[];
  readonly samples: readonly string[];
  readonly others: readonly string[];
}

/** Sorts changed files; undefined if there are none or too many, or others than those of which edits are compiled. */
function sortEdits(changed: readonly string[], inputs: BuildMemory['inputs']): ChangedPaths | undefined {
  if (changed.length === 0 || changed.length > maxEdits) return undefined;
  const [pages, samples, others] = [isRoutedPage, isSample, isOther].map((is) => changed.filter(is));
  if (pages!.length + samples!.length + others!.length < changed.length) return undefined;
  // A file behind a link has another place than its path.
  if (!changed.every((path) => inputs.get(path)!.startsWith(`${path} `))) return undefined;
  return { pages: pages!, samples: samples!, others: others! };
}

/** The facts of the last site: those of the last whole compilation, with the edits since. */
function renewAll({ facts, edits }: KeptFacts, { renewFacts, renewPages }: Compiler): SiteFacts | undefined {
  let renewed: SiteFacts | undefined = facts;
  for (const [path, { text }] of edits) {
    if (!isRoutedPage(path)) renewed = renewed && renewFacts(renewed, { path, text });
  }
  return (
    renewed &&
    renewPages(
      renewed,
      [...edits.values()].flatMap(({ page }) => page ?? []),
    )
  );
}

type Compiler = Pick<typeof import('../compiler/index.ts'), 'renewFacts' | 'renewPages'>;

function isSameSet(names: readonly string[], other: ReadonlyMap<string, unknown> | undefined): boolean {
  return other !== undefined && names.length === other.size && names.every((name) => other.has(name));
}

/** What is known of the files of the last build. */
interface Known {
  /** Texts of the last build, by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly kept: KeptFacts;
  readonly files: KeptFiles;
  readonly last: BuildRecord;
}

/**
 * The edits of files whose texts have changed; undefined if the text before or after is not known.
 * @param paths files whose states have changed
 */
function listFileEdits(paths: readonly string[], { kept, texts, files, last }: Known): readonly FileEdit[] | undefined {
  const edits: FileEdit[] = [];
  for (const path of paths) {
    const edit: KeptEdit | undefined = kept.edits.get(path);
    // An edit that was kept, but not as the record of the build knows it, belongs to no site.
    if (edit !== undefined && edit.state !== last.inputs.get(path)) return undefined;
    const text = edit?.text ?? texts.get(path);
    const after = files.readPage(path);
    if (text === undefined || after === undefined) return undefined;
    if (after.text !== text) edits.push({ before: { path, text }, after });
  }
  return edits;
}

/**
 * Asks questions of routes again.
 * @param asked by route, the kinds of questions whose answers may have changed
 * @returns all answers of the routes of which some have changed, and the questions of these
 */
function askAgain(
  asked: ReadonlyMap<string, readonly string[]>,
  last: BuildRecord,
  answer: (question: string) => string,
) {
  const hashes = new Map<string, string>();
  const ask = (question: string): string => {
    const known = hashes.get(question) ?? hashAnswer(answer(question));
    hashes.set(question, known);
    return known;
  };
  const answers = new Map<string, RouteRecord['answers']>();
  const changed = new Map<string, readonly string[]>();
  for (const [route, kinds] of asked) {
    const old = last.routes.get(route)!.answers;
    const questions = [...old.keys()].filter((question) => kinds.includes(question.split(' ')[0]!));
    const other = questions.filter((question) => ask(question) !== old.get(question));
    if (other.length === 0) continue;
    changed.set(route, other);
    answers.set(route, new Map([...old, ...other.map((question) => [question, ask(question)] as const)]));
  }
  return { answers, changed };
}
