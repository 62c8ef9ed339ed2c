// Removes the preview of a pull request from the branch, if there is one.
// remove-preview.ts --remote=<repository> --pr=<number> [--branch=gh-pages]

import { changeBranch, openWorkshop } from './pages-branch.ts';
import { previewFolderName } from './preview-folder.ts';
import { readOptions } from './read-options.ts';
import { runCommand } from './run-command.ts';

const options = readOptions(['remote', 'pr', 'branch'], { branch: 'gh-pages' });

await runCommand(async () => {
  const workshop = await openWorkshop(options);
  try {
    const folder = previewFolderName(options.pr);
    const message = `Remove the preview of pull request ${options.pr}`;
    const hasChanged = await changeBranch(
      workshop.git,
      options.branch,
      message,
      (root) => new Map([...root].filter(([name]) => name !== folder)),
    );
    return hasChanged ? `Removed ${folder}.` : `There is no ${folder}.`;
  } finally {
    await workshop.close();
  }
});
