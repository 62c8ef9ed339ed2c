// Publishes the site of a pull request in its folder of the branch, marked as a preview. An earlier one is replaced.
// publish-preview.ts --site=<folder> --remote=<repository> --pr=<number> --sha=<commit> --ref=<its branch>
//   [--branch=gh-pages]

import { readFile } from 'node:fs/promises';
import { markPreview } from './mark-preview.ts';
import { changeBranch, noJekyll, openWorkshop } from './pages-branch.ts';
import { previewFolderName } from './preview-folder.ts';
import { readOptions } from './read-options.ts';
import { readSite } from './read-site.ts';
import { runCommand } from './run-command.ts';

const options = readOptions(['site', 'remote', 'pr', 'sha', 'ref', 'branch'], { branch: 'gh-pages' });

await runCommand(async () => {
  const files = await readSite(options.site);
  const workshop = await openWorkshop(options);
  try {
    const preview = await workshop.storeSite(files, async ({ path, source }) =>
      /\.html?$/i.test(path) ? markPreview(await readFile(source, 'utf8'), options) : undefined,
    );
    const folder = previewFolderName(options.pr);
    const marker = noJekyll(workshop.git);
    const message = `Preview of pull request ${options.pr} at ${options.sha.slice(0, 7)}`;
    const hasChanged = await changeBranch(
      workshop.git,
      options.branch,
      message,
      (root) => new Map([...root, [folder, preview], ['.nojekyll', marker]]),
    );
    return hasChanged ? `Published ${files.length} files in ${folder}.` : `${folder} is the same already.`;
  } finally {
    await workshop.close();
  }
});
