// A content folder and the last commit → findings about pages that have moved since then without a redirect. Only git's
// objects are read: no hooks run, and nothing is fetched.

import { arrangeFindings, makeDiagnostic, type Diagnostic } from '../compiler/diagnostics/index.ts';
import type { Compilation } from '../compiler/model/index.ts';
import { GitFailed } from '../disk/index.ts';
import { suggestRedirects } from '../outputs/diff/index.ts';
import { exportReference } from '../outputs/export/index.ts';
import { NoContent } from '../project/index.ts';
import { openRevision, SideRefused } from './open-side.ts';

/**
 * The findings, at the pages that have moved. Call it only if a page of the last commit is gone (`hasLostPages`): it
 * compiles both sides.
 * @param folder absolute path of the content folder
 * @param compile compiles the content folder
 * @returns undefined if the last commit cannot be read, for example because a partial clone lacks its files
 * @throws the system's error if the folder cannot be read
 */
export async function findMovedPages(
  folder: string,
  mayCache: boolean,
  compile: () => Promise<Compilation>,
): Promise<readonly Diagnostic[] | undefined> {
  try {
    const { reference: base } = await openRevision('HEAD', { contentFolder: folder, mayCache });
    const { resolved, diagnostics } = await compile();
    const head = exportReference(resolved, diagnostics);
    const files = new Map(head.pages.map(({ route, file }) => [route, file]));
    const found = suggestRedirects(base, head).map(({ from, to }) =>
      makeDiagnostic('moved-page', { file: files.get(to)! }, { from: `/${from}`, to: `/${to}` }),
    );
    return arrangeFindings(found, resolved.site);
  } catch (error) {
    if ([GitFailed, NoContent, SideRefused].some((kind) => error instanceof kind)) return undefined;
    throw error;
  }
}
