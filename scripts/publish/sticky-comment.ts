// Writes one comment on a pull request, found again by a hidden marker. Uses the command `gh`, which reads its token
// from GH_TOKEN.

import { spawnSync } from 'node:child_process';

/** Hidden text that identifies our comment. */
const marker = '<!-- stele:preview -->';

/** A pull request. `repository` is `owner/name`. */
export interface PullRequest {
  readonly repository: string;
  readonly pr: string;
}

/** A request of `gh`. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  /** For POST and PATCH. */
  readonly content?: object;
}

/**
 * Writes our comment, or replaces the existing one.
 * @param text Markdown
 * @param how `update` writes nothing if there is no comment yet
 * @throws GitHubFailure
 */
export function keepComment({ repository, pr }: PullRequest, text: string, how: 'create' | 'update'): void {
  const comments = `repos/${repository}/issues/${pr}/comments`;
  const content = { body: `${marker}\n${text}` };
  const mine = findMine(comments);
  if (mine !== undefined) askGitHub({ method: 'PATCH', path: `repos/${repository}/issues/comments/${mine}`, content });
  else if (how === 'create') askGitHub({ method: 'POST', path: comments, content });
}

/** The number of our comment. Ignores comments of people that begin with our marker. */
function findMine(comments: string): number | undefined {
  const pages = askGitHub({ method: 'GET', path: comments }) as readonly (readonly Comment[])[];
  return pages.flat().find(({ user, body }) => user?.type === 'Bot' && body?.startsWith(marker))?.id;
}

/**
 * Numbers of the pull requests of a repository (`owner/name`) that are open.
 * @throws GitHubFailure
 */
export function listOpenPullRequests(repository: string): readonly number[] {
  const path = `repos/${repository}/pulls?state=open&per_page=100`;
  const pages = askGitHub({ method: 'GET', path }) as readonly (readonly { readonly number?: unknown }[])[];
  const numbers = pages.flat().map(({ number }) => number);
  if (numbers.every((number) => typeof number === 'number')) return numbers;
  throw new GitHubFailure(`GET ${path} gave no list of pull requests`);
}

interface Comment {
  readonly id: number;
  readonly body?: string;
  readonly user?: { readonly type: string } | null;
}

/** GitHub's error, with the output of `gh`. */
export class GitHubFailure extends Error {}

/**
 * Sends one request of GitHub's REST API. GET returns a list of its pages.
 * @throws GitHubFailure
 */
export function askGitHub({ method, path, content }: Request): unknown {
  const more = method === 'GET' ? ['--paginate', '--slurp'] : ['--input', '-'];
  const input = content === undefined ? '' : JSON.stringify(content);
  const settings = { encoding: 'utf8', input, maxBuffer: 64 * 1024 * 1024 } as const;
  const run = spawnSync('gh', ['api', '--method', method, path, ...more], settings);
  if (run.error !== undefined) throw new GitHubFailure(`gh does not start: ${run.error.message}`);
  if (run.status !== 0) throw new GitHubFailure(`${method} ${path} failed: ${run.stderr.trim()}`);
  return JSON.parse(run.stdout);
}
