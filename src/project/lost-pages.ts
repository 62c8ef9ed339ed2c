// Whether the last commit has pages that the content folder lacks. Most often it has none, and then no page has moved.

import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { GitFailed, runGit } from '../disk/index.ts';

/**
 * Whether the last commit has a page whose file is gone. False if the folder is in no repository or has no commit.
 * @param folder absolute path of the content folder
 */
export async function hasLostPages(folder: string): Promise<boolean> {
  const output = await runGit(folder, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', './']).catch((error: unknown) => {
    if (error instanceof GitFailed) return Buffer.of();
    throw error;
  });
  const paths = output.toString('utf8').split('\0');
  const pages = paths.filter((path) => /\.mdx?$/.test(path) && !path.split('/').some((part) => /^[._]/.test(part)));
  const found = await Promise.all(pages.map((path) => lstat(join(folder, path)).catch(() => undefined)));
  return found.includes(undefined);
}
