// Writes one comment on a pull request, found again by a hidden marker.

import type { AskGitHub } from './ask-github.ts';

/** Hidden text that identifies our comment. */
const marker = '<!-- stele:preview -->';

/** A pull request. `repository` is `owner/name`. */
export interface PullRequest {
  readonly repository: string;
  readonly pr: string;
}

/**
 * Writes our comment, or replaces or removes the existing one.
 * @param text Markdown; undefined removes the comment
 * @param how `update` writes nothing if there is no comment yet
 * @throws GitHubFailure
 */
export async function keepComment(
  ask: AskGitHub,
  { repository, pr }: PullRequest,
  text: string | undefined,
  how: 'create' | 'update' = 'create',
): Promise<void> {
  const comments = `repos/${repository}/issues/${pr}/comments`;
  const mine = await findMine(ask, comments);
  const path = `repos/${repository}/issues/comments/${mine}`;
  if (text === undefined) {
    if (mine !== undefined) await ask({ method: 'DELETE', path });
    return;
  }
  const content = { body: `${marker}\n${text}` };
  if (mine !== undefined) await ask({ method: 'PATCH', path, content });
  else if (how === 'create') await ask({ method: 'POST', path: comments, content });
}

/** The number of our comment. Ignores comments of people that begin with our marker. */
async function findMine(ask: AskGitHub, comments: string): Promise<number | undefined> {
  const pages = (await ask({ method: 'GET', path: comments })) as readonly (readonly Comment[])[];
  return pages.flat().find(({ user, body }) => user?.type === 'Bot' && body?.startsWith(marker))?.id;
}

interface Comment {
  readonly id: number;
  readonly body?: string;
  readonly user?: { readonly type: string } | null;
}
