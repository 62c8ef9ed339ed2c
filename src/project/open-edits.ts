// A content folder in which only pages and samples were edited → the pages that show the edits, compiled alone, and the
// data to draw them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditedSite, KeptFiles, PageEdit } from '../compiler/index.ts';
import type { Compilation, SiteData } from '../compiler/model/index.ts';
import { findCacheFile } from '../disk/index.ts';
import type { SearchChanges } from '../outputs/index.ts';
import { hashAnswer, type BuildMemory, type BuildRecord, type RouteRecord } from './build-memory.ts';
import { maxEdits, type KeptBuild, type KeptEdit, type KeptEdits, type KeptFacts } from './kept-build.ts';
import { openHighlighter } from './open-highlighter.ts';
import { isRoutedPage, isSample, openKeptFiles } from './read-content.ts';

/** Edited pages, ready to be drawn into the last site. */
export interface OpenedEdits extends Pick<EditedSite, 'resolved'> {
  /** The routes to draw. */
  readonly routes: readonly string[];
  /** By route: questions whose answers have changed. */
  readonly changed: ReadonlyMap<string, readonly string[]>;
  readonly data: SiteData;
  readonly search: SearchChanges;
  /** What the next build needs. */
  readonly kept: KeptEdits;
  /** The record of an edited route. */
  recordOf(route: string, counted: Pick<RouteRecord, 'linked' | 'ambiguous'>): RouteRecord;
}

/**
 * Compiles the pages alone that edits of pages and samples change.
 * @param folder absolute path of the content folder
 * @param memory of the last build, whose site is unchanged
 * @returns undefined if the whole content has to be compiled
 * @throws the system's error
 */
export async function openEdits(folder: string, memory: BuildMemory): Promise<OpenedEdits | undefined> {
  const changed = memory.changedInputs;
  const { last, inputs } = memory;
  if (last === undefined || changed === undefined || changed.length === 0 || changed.length > maxEdits)
    return undefined;
  const isKnown = (path: string): boolean => isRoutedPage(path) || isSample(path);
  // A file behind a link has another place than its path.
  if (!changed.every((path) => isKnown(path) && inputs.get(path)!.startsWith(`${path} `))) return undefined;
  const paths = changed.filter(isRoutedPage);
  const samples = changed.filter(isSample);
  const [kept, texts, words, { compileEdited }, outputs] = await Promise.all([
    memory.readFacts(),
    paths.length > 0 ? memory.readPart('texts') : noTexts,
    samples.length > 0 ? memory.readPart('words') : undefined,
    import('../compiler/index.ts'),
    import('../outputs/index.ts'),
  ]);
  if (kept === undefined || texts === undefined || !mayCompileAlone(kept.facts.site)) return undefined;
  if (samples.length > 0 && words === undefined) return undefined;
  const files = openKeptFiles(folder, inputs.keys());
  const edits = listEdits(paths, { kept, texts, files, last });
  if (edits === undefined) return undefined;
  const site = compileEdited(kept.facts, { pages: edits, samples }, files);
  if (site === undefined) return undefined;
  const { resolved, before } = site;
  if (!outputs.isListedTheSame(before, resolved, site.routes, samples.length > 0)) return undefined;
  const keptEdits = new Map(kept.edits);
  // Files of which only the state has changed.
  for (const path of paths) {
    const edit = kept.edits.get(path);
    if (edit !== undefined) keptEdits.set(path, { ...edit, state: inputs.get(path)! });
  }
  for (const [i, { after }] of edits.entries()) {
    const readElsewhere = site.readElsewhere.get(site.routes[i]!)!;
    keptEdits.set(after.path, { text: after.text, state: inputs.get(after.path)!, readElsewhere });
  }
  if (keptEdits.size > maxEdits) return undefined;
  const { answer } = outputs.listAnswers(resolved, hashAnswer, words);
  // An edit of words changes no name.
  const asked = new Set(words === undefined ? ['page'] : ['page', 'names']);
  const answersOf = (route: string): RouteRecord['answers'] =>
    new Map(
      [...last.routes.get(route)!.answers].map(([question, hash]) => [
        question,
        asked.has(question.split(' ')[0]!) ? hashAnswer(answer(question)) : hash,
      ]),
    );
  const answers = new Map(site.routes.map((route) => [route, answersOf(route)]));
  const changes = new Map(
    [...answers].map(([route, now]): [string, readonly string[]] => {
      const old = last.routes.get(route)!.answers;
      return [route, [...now.keys()].filter((question) => now.get(question) !== old.get(question))];
    }),
  );
  const routes = site.routes.filter((route) => changes.get(route)!.length > 0);
  const readFile = (path: string): string => readFileSync(join(memory.place, path), 'utf8');
  const search = outputs.changeSearch(kept.search, resolved, routes, readFile);
  const colours = await findCacheFile(folder, 'colours');
  const highlighter = await openHighlighter(outputs.listCodeOf(resolved, routes), colours, undefined, true);
  return {
    resolved,
    routes,
    changed: changes,
    data: outputs.viewContent(resolved, highlighter, undefined, routes),
    search,
    kept: { edits: keptEdits, search: search.kept },
    recordOf: (route, { linked, ambiguous }) => ({ answers: answers.get(route)!, linked, ambiguous }),
  };
}

const noTexts: ReadonlyMap<string, string> = new Map();

/** What a changed page was and is. */
interface Known extends Pick<KeptBuild, 'texts'> {
  readonly kept: KeptFacts;
  readonly files: KeptFiles;
  readonly last: BuildRecord;
}

/**
 * The edits of pages whose texts have changed; undefined if the text before or after is not known.
 * @param paths pages whose states have changed
 */
function listEdits(paths: readonly string[], { kept, texts, files, last }: Known): readonly PageEdit[] | undefined {
  const factsOf = new Map(kept.facts.pages.map((page) => [page.path, page]));
  const edits: PageEdit[] = [];
  for (const path of paths) {
    const edit: KeptEdit | undefined = kept.edits.get(path);
    // An edit that was kept, but not as the record of the build knows it, belongs to no site.
    if (edit !== undefined && edit.state !== last.inputs.get(path)) return undefined;
    const text = edit?.text ?? texts.get(path);
    const facts = factsOf.get(path);
    const after = files.readPage(path);
    if (text === undefined || facts === undefined || after === undefined) return undefined;
    const readElsewhere = edit?.readElsewhere ?? facts.readElsewhere;
    if (after.text !== text) edits.push({ before: { path, text }, after, readElsewhere });
  }
  return edits;
}

/** Code of the site's own may read all pages, and budgets are checked for the whole site. */
function mayCompileAlone({ mdx, components, parts, budgets }: EditedSite['resolved']['site']): boolean {
  const hasBudget = Object.values(budgets).some((budget) => budget !== undefined);
  return mdx !== 'code' && components.size === 0 && parts.size === 0 && !hasBudget;
}

/**
 * What the next build needs to compile edited pages alone; undefined if it has to compile all pages anyway.
 * @param search what the next build changes the search index from
 * @param words `SiteAnswers.words`
 */
export async function keepFacts(
  { resolved, diagnostics }: Compilation,
  search: unknown,
  words: ReadonlyMap<string, string> | undefined,
): Promise<KeptBuild | undefined> {
  if (search === undefined || words === undefined || !mayCompileAlone(resolved.site)) return undefined;
  const { listFacts } = await import('../compiler/index.ts');
  const facts = listFacts(resolved, diagnostics);
  const texts = new Map([...resolved.model.pages.values()].map(({ file }) => [file.path, file.text]));
  return facts && { facts, texts, words, edits: new Map(), search };
}
