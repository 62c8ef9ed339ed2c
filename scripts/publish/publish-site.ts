// Publishes the site of main: its files replace those at the root of the branch; `CNAME` and the previews of open pull
// requests stay. If no repository is named, or GitHub does not list its pull requests, all previews stay.
// publish-site.ts --site=<folder> --remote=<repository> --sha=<commit> [--branch=gh-pages] [--repository=<owner/name>]

import { changeBranch, noJekyll, openWorkshop, readBranch, type Root } from './pages-branch.ts';
import { previewFolder, previewFolderName } from './preview-folder.ts';
import { readOptions } from './read-options.ts';
import { readSite, SiteRefused } from './read-site.ts';
import { runCommand } from './run-command.ts';
import { GitHubFailure, listOpenPullRequests } from './sticky-comment.ts';

const options = readOptions(['site', 'remote', 'sha', 'branch', 'repository'], { branch: 'gh-pages', repository: '' });

await runCommand(async () => {
  const files = await readSite(options.site);
  const workshop = await openWorkshop(options);
  try {
    const site = workshop.readFolder(await workshop.storeSite(files));
    const clash = [...site.keys()].find((name) => previewFolder.test(name));
    if (clash !== undefined) throw new SiteRefused(`The site has ${clash} at its root: previews have these names.`);
    const marker = noJekyll(workshop.git);
    const stale = findStale(readBranch(workshop.git, options.branch));
    const message = `Site at ${options.sha.slice(0, 7)}`;
    const hasChanged = await changeBranch(workshop.git, options.branch, message, (root) => {
      const kept = [...root].filter(([name]) => (previewFolder.test(name) && !stale.has(name)) || name === 'CNAME');
      return new Map([...kept, ...site, ['.nojekyll', marker]]);
    });
    const swept = stale.size === 0 ? '' : ` Removed the previews of closed pull requests: ${[...stale].join(', ')}.`;
    return hasChanged ? `Published ${files.length} files.${swept}` : 'The published site is the same already.';
  } finally {
    await workshop.close();
  }
});

/**
 * Previews whose pull requests are closed: the job that removes one may have failed, or never run. They are looked up
 * after the branch was read, so that a preview published at the same time stays.
 */
function findStale(root: Root): ReadonlySet<string> {
  const previews = [...root.keys()].filter((name) => previewFolder.test(name));
  if (options.repository === '' || previews.length === 0) return new Set();
  try {
    const open = new Set(listOpenPullRequests(options.repository).map((number) => previewFolderName(String(number))));
    return new Set(previews.filter((name) => !open.has(name)));
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    console.error(`All previews stay: ${error.message}`);
    return new Set();
  }
}
