// The facts of a site → the site that a dev server shows until everything is compiled.

import { KeptSite, makeReadPage, type KeptFiles } from './kept-site.ts';
import { NotKept } from './lazy.ts';
import type { Page, ResolvedModel, SiteFacts } from './model/index.ts';
import type { SourceFile } from './source/index.ts';

/**
 * Opens a site of facts. Pages are compiled when something of them is read that is not a fact.
 * @param edited pages whose texts have changed since. What other pages show of them may be as it was before, so the
 * result may differ from that of `compileContent`. Without edits, it never does
 * @returns undefined if the edits do not fit the facts. Reading the site may throw for the same reason
 */
export function openKept(
  facts: SiteFacts,
  edited: readonly SourceFile[],
  files: Omit<KeptFiles, 'readSample'>,
): ResolvedModel | undefined {
  const readPage = makeReadPage(facts);
  const routes = new Set(facts.pages.map(({ route }) => route));
  const pages = new Map<string, Page>();
  for (const file of edited) {
    const page = readPage(file, () => {});
    if (routes.has(page.route)) pages.set(page.route, page);
  }
  try {
    return new KeptSite(facts, {
      files: { ...files, readSample: () => undefined },
      readPage,
      edited: pages,
      pages: new Map(),
      report: () => {},
      maxPages: Infinity,
    }).resolved;
  } catch (error) {
    if (error instanceof NotKept) return undefined;
    throw error;
  }
}
