// Pull requests of a repository, as GitHub knows them.

import { GitHubFailure, type AskGitHub } from './ask-github.ts';

/** The run that built a preview, as the event `workflow_run` describes it. */
export interface Run {
  /** `owner/name` of the repository that the pull request comes from. */
  readonly headRepository: string;
  readonly headBranch: string;
  readonly headSha: string;
}

/** An open pull request. */
export interface OpenPullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly headRef: string;
  readonly headRepository: string;
  readonly baseSha: string;
  readonly baseRef: string;
}

/**
 * The open pull requests whose newest commit is that of a run: several if one branch is proposed to several branches.
 * @param repository `owner/name`
 * @throws GitHubFailure
 */
export async function findPullRequests(
  ask: AskGitHub,
  repository: string,
  run: Run,
): Promise<readonly OpenPullRequest[]> {
  const owner = run.headRepository.split('/')[0] ?? '';
  const head = encodeURIComponent(`${owner}:${run.headBranch}`);
  const pages = await ask({ method: 'GET', path: `repos/${repository}/pulls?state=open&head=${head}&per_page=100` });
  return list(pages)
    .map(readPullRequest)
    .filter((pull) => pull.headSha === run.headSha && pull.headRepository === run.headRepository);
}

/**
 * Numbers of the pull requests of a repository (`owner/name`) that are open.
 * @throws GitHubFailure
 */
export async function listOpenPullRequests(ask: AskGitHub, repository: string): Promise<readonly number[]> {
  const path = `repos/${repository}/pulls?state=open&per_page=100`;
  const numbers = list(await ask({ method: 'GET', path })).map(
    (pull) => (pull as { readonly number?: unknown }).number,
  );
  if (numbers.every((number) => typeof number === 'number')) return numbers;
  throw new GitHubFailure(`GET ${path} gave no list of pull requests`);
}

/**
 * Whether a commit belongs to a branch.
 * @throws GitHubFailure
 */
export async function isOnBranch(ask: AskGitHub, repository: string, sha: string, branch: string): Promise<boolean> {
  const path = `repos/${repository}/compare/${sha}...${encodeURIComponent(branch)}`;
  const [found] = list(await ask({ method: 'GET', path })) as readonly { readonly status?: unknown }[];
  return found?.status === 'ahead' || found?.status === 'identical';
}

function list(pages: unknown): readonly unknown[] {
  return Array.isArray(pages) ? pages.flat() : [];
}

interface Branch {
  readonly sha?: string;
  readonly ref?: string;
  readonly repo?: { readonly full_name?: string } | null;
}

function readPullRequest(value: unknown): OpenPullRequest {
  const { number, head, base } = value as { readonly number?: number; readonly head?: Branch; readonly base?: Branch };
  return {
    number: number ?? 0,
    headSha: head?.sha ?? '',
    headRef: head?.ref ?? '',
    headRepository: head?.repo?.full_name ?? '',
    baseSha: base?.sha ?? '',
    baseRef: base?.ref ?? '',
  };
}
