// Publishes the site of the main branch: its files replace those at the root of the branch. `CNAME` and the previews of
// open pull requests stay.

import { changeBranch, noJekyll, openWorkshop, type Root, type Target } from './pages-branch.ts';
import { previewFolder } from './preview-folder.ts';
import { readSite, SiteRefused } from './read-site.ts';

/** A site and where it goes. */
export interface Deployment extends Target {
  /** Folder of the built site. */
  readonly site: string;
  readonly sha: string;
}

/**
 * Publishes a site.
 * @returns what was done, as a sentence
 * @throws SiteRefused, GitFailure; the branch is then unchanged
 */
export async function publishSite({ site, sha, ...target }: Deployment): Promise<string> {
  const files = await readSite(site);
  const workshop = await openWorkshop(target);
  try {
    const entries = await workshop.readFolder(await workshop.storeSite(files));
    const clash = [...entries.keys()].find((name) => previewFolder.test(name));
    if (clash !== undefined) throw new SiteRefused(`The site has ${clash} at its root: previews have these names.`);
    const marker = await noJekyll(workshop.git);
    const change = (root: Root): Root => {
      const kept = [...root].filter(([name]) => previewFolder.test(name) || name === 'CNAME');
      return new Map([...kept, ...entries, ['.nojekyll', marker]]);
    };
    const hasChanged = await changeBranch(workshop.git, target.branch, `Site at ${sha.slice(0, 7)}`, change);
    return hasChanged ? `Published ${files.length} files.` : 'The published site is the same already.';
  } finally {
    await workshop.close();
  }
}
