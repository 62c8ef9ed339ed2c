// Publishes the site of main: its files replace those at the root of the branch; previews and `CNAME` stay.
// publish-site.ts --site=<folder> --remote=<repository> --sha=<commit> [--branch=gh-pages]

import { changeBranch, noJekyll, openWorkshop } from './pages-branch.ts';
import { previewFolder } from './preview-folder.ts';
import { readOptions } from './read-options.ts';
import { readSite, SiteRefused } from './read-site.ts';
import { runCommand } from './run-command.ts';

const options = readOptions(['site', 'remote', 'sha', 'branch'], { branch: 'gh-pages' });

await runCommand(async () => {
  const files = await readSite(options.site);
  const workshop = await openWorkshop(options);
  try {
    const site = workshop.readFolder(await workshop.storeSite(files));
    const clash = [...site.keys()].find((name) => previewFolder.test(name));
    if (clash !== undefined) throw new SiteRefused(`The site has ${clash} at its root: previews have these names.`);
    const marker = noJekyll(workshop.git);
    const message = `Site at ${options.sha.slice(0, 7)}`;
    const hasChanged = await changeBranch(workshop.git, options.branch, message, (root) => {
      const kept = [...root].filter(([name]) => previewFolder.test(name) || name === 'CNAME');
      return new Map([...kept, ...site, ['.nojekyll', marker]]);
    });
    return hasChanged ? `Published ${files.length} files.` : 'The published site is the same already.';
  } finally {
    await workshop.close();
  }
});
