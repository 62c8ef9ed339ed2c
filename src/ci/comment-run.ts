// The artifact of a run on a pull request → the comment on the pull request, updated in place.

import type { AskGitHub } from './github/ask-github.ts';
import { GitHubFailure } from './github/ask-github.ts';
import { findPullRequests } from './github/pull-requests.ts';
import { keepComment } from './github/sticky-comment.ts';
import { readArtifact, type PublishedRun } from './publish-run.ts';
import { previewFolderName } from './publish/preview-folder.ts';
import { SiteRefused } from './publish/read-site.ts';
import { formatComment } from './report/format-comment.ts';
import { ReportRefused } from './report/read-fields.ts';

/** A run whose preview was published or refused. */
export interface CommentedRun extends Omit<PublishedRun, 'remote' | 'branch' | 'bounds'> {
  /** Whether the preview was published. */
  readonly isPublished: boolean;
  readonly refusal: string | undefined;
  /** Numbers of pull requests whose previews were removed. */
  readonly removed: readonly string[];
  /** Address of the run. */
  readonly runAddress: string | undefined;
  /** Address of the site that has the previews below it; undefined asks GitHub for that of its Pages. */
  readonly siteAddress: string | undefined;
}

/**
 * Writes the comment of a run, and ends the comments of removed previews.
 * @returns what was done, as a sentence
 * @throws GitHubFailure
 */
export async function commentRun(ask: AskGitHub, run: CommentedRun): Promise<string> {
  const { repository } = run;
  for (const pr of run.removed)
    await keepComment(ask, { repository, pr }, 'The preview was removed when the pull request was closed.', 'update');
  const pulls = await findPullRequests(ask, repository, run);
  if (pulls.length === 0) return 'No open pull request has this commit as its newest one: nothing to say.';
  try {
    const { report, pull } = await readArtifact(ask, run, pulls);
    const site = run.isPublished ? (run.siteAddress ?? (await readSiteAddress(ask, repository))) : undefined;
    const preview = site === undefined ? undefined : `${site}${previewFolderName(String(pull.number))}/`;
    const text = formatComment(report, { preview, run: run.runAddress, refusal: run.refusal });
    await keepComment(ask, { repository, pr: String(pull.number) }, text);
    return text === undefined ? 'There is nothing to say.' : 'Commented.';
  } catch (error) {
    if (!(error instanceof SiteRefused || error instanceof ReportRefused)) throw error;
    return `No comment: ${error.message}`;
  }
}

/** Address at which GitHub Pages serves the branch, ending in `/`; undefined if it does not. */
async function readSiteAddress(ask: AskGitHub, repository: string): Promise<string | undefined> {
  try {
    const [pages] = (await ask({ method: 'GET', path: `repos/${repository}/pages` })) as [{ html_url?: string }];
    return pages.html_url?.replace(/\/*$/, '/');
  } catch (error) {
    if (error instanceof GitHubFailure && error.message.includes('404')) return undefined;
    throw error;
  }
}
