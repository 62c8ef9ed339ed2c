// `stele ci publish`, `remove` and `deploy`: checked files into the branch that is served.

import { appendFile } from 'node:fs/promises';
import { env } from 'node:process';
import {
  askGitHub,
  GitHubFailure,
  listOpenPullRequests,
  publishPreview,
  publishRun,
  publishSite,
  removeClosed,
  removePreview,
} from '../../ci/index.ts';
import { UsageError } from '../arguments.ts';
import { print, say, userPath } from '../terminal.ts';
import { orNone, readOptions } from './options.ts';

const gitPages = { 'pages-branch': 'gh-pages' } as const;

/** `stele ci publish` */
export async function previewCommand(args: readonly string[]): Promise<number> {
  const names = ['artifact', 'site', 'repository', 'head-repository', 'head-branch', 'head-sha'] as const;
  const none = { artifact: '', site: '', repository: '', 'head-repository': '', remote: '', into: '', pr: '' };
  const options = readOptions(args, [...names, 'remote', 'into', 'pr', 'pages-branch'], { ...none, ...gitPages });
  const { remote, into, 'pages-branch': branch, 'head-branch': ref, 'head-sha': sha } = options;
  if ((remote === '') === (into === '')) throw new UsageError('stele ci publish takes --remote or --into.');
  if (options.artifact === '') {
    if (options.site === '' || options.pr === '' || remote === '')
      throw new UsageError('stele ci publish takes --artifact, or --site with --pr and --remote.');
    const site = userPath(options.site);
    // Without GitHub nothing tells where a pull request comes from.
    await print(`${await publishPreview({ site, remote, branch, pr: options.pr, sha, ref, isForeign: true })}\n`);
    return 0;
  }
  if (options.repository === '' || options['head-repository'] === '')
    throw new UsageError('stele ci publish --artifact takes --repository and --head-repository.');
  const done = await publishRun(askGitHub, {
    remote,
    branch,
    artifact: userPath(options.artifact),
    into: into === '' ? undefined : userPath(into),
    repository: options.repository,
    headRepository: options['head-repository'],
    headBranch: ref,
    headSha: sha,
  });
  await print(`${done.words}\n`);
  await setOutputs({
    pr: String(done.pr ?? ''),
    'is-published': String(done.isPublished),
    refusal: done.refusal ?? '',
    removed: done.removed.join(','),
  });
  return done.refusal === undefined ? 0 : 1;
}

/** Outputs of the step, for later jobs. A value has one line, so it cannot set another output. */
async function setOutputs(outputs: Readonly<Record<string, string>>): Promise<void> {
  const file = env['GITHUB_OUTPUT'];
  if (file === undefined || file === '') return;
  const lines = Object.entries(outputs).map(
    ([name, value]) => `${name}=${value.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')}\n`,
  );
  await appendFile(file, lines.join(''));
}

/** `stele ci remove` */
export async function removeCommand(args: readonly string[]): Promise<number> {
  const { remote, pr, 'pages-branch': branch } = readOptions(args, ['remote', 'pr', 'pages-branch'], gitPages);
  await print(`${await removePreview({ remote, branch }, pr)}\n`);
  return 0;
}

/** `stele ci deploy` */
export async function deployCommand(args: readonly string[]): Promise<number> {
  const names = ['site', 'remote', 'sha', 'repository', 'pages-branch'] as const;
  const { repository, 'pages-branch': branch, ...site } = readOptions(args, names, { repository: '', ...gitPages });
  await print(`${await publishSite({ ...site, site: userPath(site.site), branch })}\n`);
  if (orNone(repository) === undefined) return 0;
  try {
    const target = { remote: site.remote, branch };
    const removed = await removeClosed(target, () => listOpenPullRequests(askGitHub, repository));
    if (removed.length > 0) await print(`Removed previews of closed pull requests: ${removed.join(', ')}.\n`);
  } catch (error) {
    // The site is published. The next deploy or preview removes them.
    if (!(error instanceof GitHubFailure)) throw error;
    say(`All previews stay: ${error.message}`);
  }
  return 0;
}
