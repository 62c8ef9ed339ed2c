// The artifact of a run on a pull request → a published preview, and no preview of a closed pull request. The artifact
// is made by a stranger: what it says about itself is compared with what GitHub knows.

import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AskGitHub } from './github/ask-github.ts';
import {
  findPullRequests,
  isOnBranch,
  listOpenPullRequests,
  type OpenPullRequest,
  type Run,
} from './github/pull-requests.ts';
import type { Target } from './publish/pages-branch.ts';
import { marksCss, marksJs, marksScript, marksStyle } from './publish/mark-rows.ts';
import type { PageChange } from './publish/mark-preview.ts';
import { publishPreview } from './publish/publish-preview.ts';
import { stagePreview } from './publish/stage-preview.ts';
import { quote, SiteRefused, type SiteBounds } from './publish/read-site.ts';
import { removeClosed } from './publish/remove-previews.ts';
import { formatListPage, listCss, listPath, listStyle, listWords } from './report/list-page.ts';
import { ReportRefused } from './report/read-fields.ts';
import { readReport } from './report/read-report.ts';
import { maxReportBytes, type Report } from './report/report.ts';

/** A run and its artifact. */
export interface PublishedRun extends Target, Run {
  /** `owner/name` of the repository that the previews belong to. */
  readonly repository: string;
  /** Folder of the artifact: `report.json` and `site`. */
  readonly artifact: string;
  /** Folder that gets the checked and marked preview, in place of the branch: another tool uploads it. */
  readonly into?: string | undefined;
  readonly bounds?: SiteBounds;
}

/** What was done. */
export interface Publication {
  /** The pull request of the run; undefined if it is closed or has a newer commit. */
  readonly pr: number | undefined;
  readonly isPublished: boolean;
  /** Why the preview was refused. The earlier preview stays. */
  readonly refusal: string | undefined;
  /** Numbers of the pull requests whose previews were removed. */
  readonly removed: readonly string[];
  /** What was done, in sentences. */
  readonly words: string;
}

/**
 * Publishes the preview of a run, and removes the previews of closed pull requests.
 * @throws GitFailure, GitHubFailure
 */
export async function publishRun(ask: AskGitHub, run: PublishedRun): Promise<Publication> {
  const words: string[] = [];
  let [pr, isPublished, refusal]: [number | undefined, boolean, string | undefined] = [undefined, false, undefined];
  const pulls = await findPullRequests(ask, run.repository, run);
  if (pulls.length === 0) words.push('No open pull request has this commit as its newest one: nothing to publish.');
  else {
    try {
      const { report, pull } = await readArtifact(ask, run, pulls);
      pr = pull.number;
      words.push(report.hasSite ? await publish(run, report, pull) : 'No site was built: an earlier preview stays.');
      isPublished = report.hasSite;
    } catch (error) {
      if (!(error instanceof SiteRefused || error instanceof ReportRefused)) throw error;
      refusal = error.message;
      pr ??= pulls.length === 1 ? pulls[0]!.number : undefined;
      words.push(`Refused: ${refusal} An earlier preview stays.`);
    }
  }
  const removed =
    run.into !== undefined ? [] : await removeClosed(run, () => listOpenPullRequests(ask, run.repository));
  if (removed.length > 0) words.push(`Removed previews of closed pull requests: ${removed.join(', ')}.`);
  return { pr, isPublished, refusal, removed, words: words.join('\n') };
}

/**
 * Reads the report of an artifact, and compares it with the pull requests of its run.
 * @throws SiteRefused, ReportRefused, GitHubFailure
 */
export async function readArtifact(
  ask: AskGitHub,
  { artifact, repository, headSha }: Pick<PublishedRun, 'artifact' | 'repository' | 'headSha'>,
  pulls: readonly OpenPullRequest[],
): Promise<{ readonly report: Report; readonly pull: OpenPullRequest }> {
  const names = await readdir(artifact).catch(() => undefined);
  if (names === undefined) throw new SiteRefused('The run has no artifact.');
  const odd = names.find((name) => name !== 'site' && name !== 'report.json');
  if (odd !== undefined)
    throw new SiteRefused(`The artifact has ${quote(odd)}: it may have only site and report.json.`);
  const report = await readReportFile(join(artifact, 'report.json'));
  const pull = pulls.find(({ number }) => number === report.pr);
  if (pull === undefined) {
    const own = pulls.map(({ number }) => number).join(', ');
    throw new SiteRefused(`The artifact names pull request ${report.pr}, but its run belongs to ${own}.`);
  }
  if (report.head !== headSha) throw new SiteRefused('The artifact names another commit than its run.');
  const isBase = report.base === pull.baseSha || (await isOnBranch(ask, repository, report.base, pull.baseRef));
  if (!isBase) throw new SiteRefused(`The artifact names a base commit that ${quote(pull.baseRef)} does not have.`);
  return { report, pull };
}

/** @throws SiteRefused, ReportRefused */
async function readReportFile(file: string): Promise<Report> {
  const found = await lstat(file).catch(() => undefined);
  if (found?.isFile() !== true) throw new SiteRefused('The artifact has no report.json.');
  if (found.size > maxReportBytes) throw new SiteRefused(`report.json has more than ${maxReportBytes} bytes.`);
  return readReport(await readFile(file, 'utf8'));
}

/** The pages and files that the preview has besides those of the site. */
function listPages(report: Report, home: string): ReadonlyMap<string, string> {
  const list: [string, string][] = [
    [`${listPath}index.html`, formatListPage(report, home)],
    [listStyle, listCss],
  ];
  return new Map(report.rows.length === 0 ? list : [...list, [marksStyle, marksCss], [marksScript, marksJs]]);
}

/** The pages that readers see changed or new, by their file. */
function listChanges({ pages }: Report): ReadonlyMap<string, PageChange> {
  const entries = (paths: readonly string[], change: PageChange): [string, PageChange][] =>
    paths.map((path) => [`${path}index.html`, change]);
  return new Map([...entries(pages.changed.shown, 'changed'), ...entries(pages.added.shown, 'new')]);
}

async function publish(run: PublishedRun, report: Report, pull: OpenPullRequest): Promise<string> {
  const words = listWords(report);
  const home = await readFile(join(run.artifact, 'site', 'index.html'), 'utf8').catch(() => '');
  const preview = {
    remote: run.remote,
    branch: run.branch,
    site: join(run.artifact, 'site'),
    pr: String(pull.number),
    sha: run.headSha,
    ref: pull.headRef,
    isForeign: pull.headRepository !== run.repository,
    ...(words === undefined ? {} : { pages: listPages(report, home) }),
    changes: listChanges(report),
    rows: new Map(report.rows.map((rows) => [`${rows.path}index.html`, rows])),
    list: words === undefined ? undefined : { words, path: listPath },
    ...(run.bounds === undefined ? {} : { bounds: run.bounds }),
  };
  return run.into === undefined ? publishPreview(preview) : stagePreview(preview, run.into);
}
