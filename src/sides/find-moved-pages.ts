// A content folder and the last commit → findings about pages that have moved since then without a redirect. Only git's
// objects are read: no hooks run, and nothing is fetched.

import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { arrangeFindings, makeDiagnostic, type Diagnostic } from '../compiler/diagnostics/index.ts';
import { suggestRedirects } from '../outputs/diff/index.ts';
import { exportReference } from '../outputs/export/index.ts';
import { NoContent, readPages } from '../project/index.ts';
import { openSide, SideRefused } from './open-side.ts';
import { GitFailed, runGit } from '../disk/index.ts';

/**
 * The findings, at the pages that have moved. None if the folder is in no repository, has no commit, or if every page
 * of the last commit still has its file: then nothing is compiled.
 * @param folder absolute path of the content folder
 * @throws the system's error if the folder cannot be read
 */
export async function findMovedPages(folder: string, mayCache: boolean): Promise<readonly Diagnostic[]> {
  try {
    if (!(await hasLostPages(folder))) return [];
    const { reference: base } = await openSide('HEAD', { contentFolder: folder, userFolder: folder, mayCache });
    const read = await readPages(folder, false);
    const { compileContent } = await import('../compiler/index.ts');
    const { resolved, diagnostics } = compileContent(read.content, read.diagnostics);
    const head = exportReference(resolved, diagnostics);
    const files = new Map(head.pages.map(({ route, file }) => [route, file]));
    const found = suggestRedirects(base, head).map(({ from, to }) =>
      makeDiagnostic('moved-page', { file: files.get(to)! }, { from: `/${from}`, to: `/${to}` }),
    );
    return arrangeFindings(found, resolved.site);
  } catch (error) {
    if ([GitFailed, NoContent, SideRefused].some((kind) => error instanceof kind)) return [];
    throw error;
  }
}

/** Whether the last commit has a page whose file is gone. */
async function hasLostPages(folder: string): Promise<boolean> {
  const output = await runGit(folder, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', './']);
  const paths = output.toString('utf8').split('\0');
  const pages = paths.filter((path) => /\.mdx?$/.test(path) && !path.split('/').some((part) => /^[._]/.test(part)));
  const found = await Promise.all(pages.map((path) => lstat(join(folder, path)).catch(() => undefined)));
  return found.includes(undefined);
}
