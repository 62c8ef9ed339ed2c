// A content folder in which only pages were edited → the edited pages compiled alone, and the data to draw them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditedSite, PageEdit } from '../compiler/index.ts';
import type { Compilation, SiteData } from '../compiler/model/index.ts';
import { findCacheFile } from '../disk/index.ts';
import type { SearchChanges } from '../outputs/index.ts';
import { hashAnswer, type BuildMemory, type RouteRecord } from './build-memory.ts';
import { maxEdits, type KeptBuild, type KeptEdits } from './kept-build.ts';
import { openHighlighter } from './open-highlighter.ts';
import { isRoutedPage, openKeptFiles } from './read-content.ts';

/** Edited pages, ready to be drawn into the last site. */
export interface OpenedEdits extends Pick<EditedSite, 'resolved' | 'routes'> {
  readonly data: SiteData;
  readonly search: SearchChanges;
  /** What the next build needs. */
  readonly kept: KeptEdits;
  /** The record of an edited route. */
  recordOf(route: string, counted: Pick<RouteRecord, 'linked' | 'ambiguous'>): RouteRecord;
}

/**
 * Compiles edited pages alone.
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
  // A file behind a link has another place than its path.
  if (!changed.every((path) => isRoutedPage(path) && inputs.get(path)!.startsWith(`${path} `))) return undefined;
  const [kept, { compileEdited }, outputs] = await Promise.all([
    memory.readFacts(),
    import('../compiler/index.ts'),
    import('../outputs/index.ts'),
  ]);
  if (kept === undefined || !mayCompileAlone(kept.facts.site)) return undefined;
  const files = openKeptFiles(folder, inputs.keys());
  const factsOf = new Map(kept.facts.pages.map((page) => [page.path, page]));
  const edits: PageEdit[] = [];
  const keptEdits = new Map(kept.edits);
  for (const path of changed) {
    const edit = kept.edits.get(path);
    // An edit that was kept, but not as the record of the build knows it, belongs to no site.
    if (edit !== undefined && edit.state !== last.inputs.get(path)) return undefined;
    const text = edit?.text ?? kept.texts.get(path);
    const facts = factsOf.get(path);
    const after = files.readPage(path);
    if (text === undefined || facts === undefined || after === undefined) return undefined;
    // Only the state of the file has changed.
    if (after.text === text) {
      if (edit !== undefined) keptEdits.set(path, { ...edit, state: inputs.get(path)! });
      continue;
    }
    const readElsewhere = edit?.readElsewhere ?? facts.readElsewhere;
    edits.push({ before: { path, text }, after, readElsewhere });
  }
  const site = compileEdited(kept.facts, edits, files);
  if (site === undefined) return undefined;
  const { resolved, before, routes } = site;
  if (!outputs.isListedTheSame(before, resolved, routes)) return undefined;
  for (const [i, { after }] of edits.entries()) {
    const readElsewhere = site.readElsewhere.get(routes[i]!)!;
    keptEdits.set(after.path, { text: after.text, state: inputs.get(after.path)!, readElsewhere });
  }
  if (keptEdits.size > maxEdits) return undefined;
  const readFile = (path: string): string => readFileSync(join(memory.place, path), 'utf8');
  const search = outputs.changeSearch(kept.search, resolved, routes, readFile);
  const colours = await findCacheFile(folder, 'colours');
  const highlighter = await openHighlighter(outputs.listCodeOf(resolved, routes), colours, undefined, true);
  const { answer } = outputs.listAnswers(resolved, hashAnswer);
  return {
    resolved,
    routes,
    data: outputs.viewContent(resolved, highlighter, undefined, routes),
    search,
    kept: { edits: keptEdits, search: search.kept },
    recordOf(route, { linked, ambiguous }) {
      const question = `page ${route}`;
      const answers = new Map([...last.routes.get(route)!.answers, [question, hashAnswer(answer(question))]]);
      return { answers, linked, ambiguous };
    },
  };
}

/** Code of the site's own may read all pages, and budgets are checked for the whole site. */
function mayCompileAlone({ mdx, components, parts, budgets }: EditedSite['resolved']['site']): boolean {
  const hasBudget = Object.values(budgets).some((budget) => budget !== undefined);
  return mdx !== 'code' && components.size === 0 && parts.size === 0 && !hasBudget;
}

/**
 * What the next build needs to compile edited pages alone; undefined if it has to compile all pages anyway.
 * @param search what the next build changes the search index from
 */
export async function keepFacts(
  { resolved, diagnostics }: Compilation,
  search: unknown,
): Promise<KeptBuild | undefined> {
  if (search === undefined || !mayCompileAlone(resolved.site)) return undefined;
  const { listFacts } = await import('../compiler/index.ts');
  const facts = listFacts(resolved, diagnostics);
  const texts = new Map([...resolved.model.pages.values()].map(({ file }) => [file.path, file.text]));
  return facts && { facts, texts, edits: new Map(), search };
}
