// One file of a content folder in two states → two references, for git's external diff driver: the rest of the folder
// is that of the working tree.

import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { exportReference, type Reference } from '../outputs/export/index.ts';
import { readPages } from '../project/index.ts';

/** A file as git hands it to a driver. */
export interface DriverFile {
  /** Path in the repository. */
  readonly path: string;
  /** Files with the old and the new content; `/dev/null` if there is none. */
  readonly oldFile: string;
  readonly newFile: string;
}

/**
 * @param repository the folder in which git calls the driver
 * @returns undefined if the file is no page of the content folder
 * @throws NoContent, the system's error
 */
export async function openEditedPage(
  contentFolder: string,
  repository: string,
  { path, oldFile, newFile }: DriverFile,
): Promise<{ readonly base: Reference; readonly head: Reference } | undefined> {
  const inside = relative(contentFolder, resolve(repository, path)).split(sep).join('/');
  if (inside.startsWith('../') || !/\.mdx?$/.test(inside)) return undefined;
  const { content, diagnostics: found } = await readPages(contentFolder, false);
  const { compileContent } = await import('../compiler/index.ts');
  const referenceWith = async (file: string): Promise<Reference> => {
    const others = content.pages.filter((page) => page.path !== inside);
    const isAbsent = file === '/dev/null' || file === 'nul';
    const pages = isAbsent
      ? others
      : [...others, { path: inside, text: await readFile(resolve(repository, file), 'utf8') }];
    const { resolved, diagnostics } = compileContent({ ...content, pages }, found);
    return exportReference(resolved, diagnostics);
  };
  return { base: await referenceWith(oldFile), head: await referenceWith(newFile) };
}
