// Writes the address and commit of the preview into the pull request's comment.
// comment-published.ts --repository=<owner/name> --pr=<number> --sha=<commit> --run=<address of the workflow's run>
//   [--branch=gh-pages]

import { previewFolderName } from './preview-folder.ts';
import { readOptions } from './read-options.ts';
import { runCommand } from './run-command.ts';
import { askGitHub, GitHubFailure, keepComment } from './sticky-comment.ts';

const options = readOptions(['repository', 'pr', 'sha', 'run', 'branch'], { branch: 'gh-pages' });

await runCommand(async () => {
  const folder = previewFolderName(options.pr);
  const site = readSiteAddress();
  const lines = [
    site === undefined
      ? `The preview is in the folder \`${folder}\` of the branch \`${options.branch}\`. Nothing serves that branch: ` +
        'GitHub Pages can be switched on for it in the settings of this repository.'
      : `**[Preview](${site}${folder}/)** (GitHub may take a minute to serve it)`,
    '',
    `Commit ${options.sha}. [Findings, and the site to download](${options.run})`,
  ];
  keepComment(options, lines.join('\n'), 'create');
  return site === undefined ? 'Commented.' : `${site}${folder}/`;
});

/** Address at which GitHub Pages serves the branch, ending in `/`; undefined if it does not. */
function readSiteAddress(): string | undefined {
  try {
    const [pages] = askGitHub({ method: 'GET', path: `repos/${options.repository}/pages` }) as [{ html_url?: string }];
    return pages.html_url?.replace(/\/*$/, '/');
  } catch (error) {
    if (error instanceof GitHubFailure && error.message.includes('404')) return undefined;
    throw error;
  }
}
