// Removes previews from the branch: those of pull requests that are not open.

import { changeBranch, openWorkshop, readBranch, type Root, type Target } from './pages-branch.ts';
import { previewFolder, previewFolderName } from './preview-folder.ts';

/**
 * Removes the previews of closed pull requests. The list is asked for after the branch was read: a preview that is
 * published in the meantime stays, and so does one that changes in the meantime.
 * @param listOpen the numbers of all open pull requests
 * @returns the numbers of the removed previews
 * @throws GitFailure, and what `listOpen` throws; the branch is then unchanged
 */
export async function removeClosed(
  target: Target,
  listOpen: () => Promise<readonly number[]>,
): Promise<readonly string[]> {
  const workshop = await openWorkshop(target);
  try {
    const seen = await readBranch(workshop.git, target.branch);
    const previews = [...seen.keys()].filter((name) => previewFolder.test(name));
    if (previews.length === 0) return [];
    const open = new Set((await listOpen()).map((number) => previewFolderName(String(number))));
    const stale = new Set(previews.filter((name) => !open.has(name)));
    if (stale.size === 0) return [];
    const numbers = [...stale].map((name) => name.slice('pr-'.length));
    const message = `Remove ${stale.size === 1 ? 'the preview' : 'previews'} of pull request ${numbers.join(', ')}`;
    const isStale = (root: Root, name: string): boolean => stale.has(name) && root.get(name) === seen.get(name);
    await changeBranch(
      workshop.git,
      target.branch,
      message,
      (root) => new Map([...root].filter(([name]) => !isStale(root, name))),
    );
    return numbers;
  } finally {
    await workshop.close();
  }
}

/** Removes one preview, if there is one. @returns what was done, as a sentence @throws GitFailure */
export async function removePreview(target: Target, pr: string): Promise<string> {
  const workshop = await openWorkshop(target);
  try {
    const folder = previewFolderName(pr);
    const message = `Remove the preview of pull request ${pr}`;
    const change = (root: Root): Root => new Map([...root].filter(([name]) => name !== folder));
    const hasChanged = await changeBranch(workshop.git, target.branch, message, change);
    return hasChanged ? `Removed ${folder}.` : `There is no ${folder}.`;
  } finally {
    await workshop.close();
  }
}
