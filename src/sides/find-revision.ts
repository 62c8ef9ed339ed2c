// `v1.2.0`, `origin/main:docs/content` → the trees that stand there. Says what to fetch if the revision is missing.

import { basename, dirname, relative, sep } from 'node:path';
import { realpath } from 'node:fs/promises';
import { GitFailed, runGit } from '../disk/index.ts';

/** A content folder in a revision. */
export interface Revision {
  /** The folder at the top of the working tree. */
  readonly repository: string;
  readonly commit: string;
  /** Path of the content folder in the repository. */
  readonly path: string;
  readonly tree: string;
  readonly publicTree: string | undefined;
  readonly name: string;
}

/**
 * @param revision what the user wrote, such as `main` or `main:docs/content`
 * @param contentFolder absolute path of the content folder in the working tree; a revision without a path means it
 * @throws GitFailed
 */
export async function findRevision(revision: string, contentFolder: string): Promise<Revision> {
  const colon = revision.indexOf(':');
  const name = colon < 0 ? revision : revision.slice(0, colon);
  const repository = await findRepository(contentFolder);
  const commit = await findCommit(repository, name);
  const path = colon < 0 ? await pathInside(repository, contentFolder) : trimSlashes(revision.slice(colon + 1));
  const tree = await findTree(repository, commit, path);
  if (tree === undefined)
    throw new GitFailed(
      `There is no folder ${path === '' ? '.' : path} in ${name}.\n` +
        `→ Name the content folder of that time: \`${name}:path/to/content\`.`,
    );
  const parent = path.includes('/') ? `${dirname(path)}/public` : 'public';
  const publicTree = path === '' ? undefined : await findTree(repository, commit, parent);
  return { repository, commit, path, tree, publicTree, name: path === '' ? basename(repository) : basename(path) };
}

/**
 * The folder at the top of the working tree around a folder.
 * @throws GitFailed if there is none
 */
export async function findRepository(folder: string): Promise<string> {
  try {
    const output = await runGit(await nearestFolder(folder), ['rev-parse', '--show-toplevel']);
    return output.toString('utf8').trim();
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    throw new GitFailed(`${folder} is not in a git repository, so it has no revisions: ${error.message}`);
  }
}

/** The content folder may be missing in the working tree. */
async function nearestFolder(folder: string): Promise<string> {
  const found = await realpath(folder).catch(() => undefined);
  return found ?? (dirname(folder) === folder ? folder : nearestFolder(dirname(folder)));
}

async function findCommit(repository: string, name: string): Promise<string> {
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
    return (await runGit(repository, args)).toString('utf8').trim();
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    throw new GitFailed(await describeMissing(repository, name));
  }
}

async function describeMissing(repository: string, name: string): Promise<string> {
  const output = await runGit(repository, ['rev-parse', '--is-shallow-repository']).catch(() => undefined);
  const isShallow = output?.toString('utf8').trim() === 'true';
  const [, remote, branch] = /^([\w.-]+)\/(.+)$/.exec(name) ?? [];
  const target = branch === undefined ? `origin ${name}` : `${remote} ${branch}:refs/remotes/${name}`;
  // A fetched tag or commit has no other name.
  const use = branch === undefined ? ', and compare with `FETCH_HEAD`' : '';
  const why = isShallow ? ', because this clone is shallow' : '';
  return (
    `There is no revision ${name}${why}.\n` +
    `→ Fetch it: \`git fetch --depth=1 ${target}\`${use}; in a workflow, check out with \`fetch-depth: 0\`.`
  );
}

async function pathInside(repository: string, folder: string): Promise<string> {
  const real = await realpath(folder).catch(() => folder);
  return relative(await realpath(repository), real)
    .split(sep)
    .join('/');
}

async function findTree(repository: string, commit: string, path: string): Promise<string | undefined> {
  try {
    const object = path === '' ? `${commit}^{tree}` : `${commit}:${path}`;
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', object];
    const id = (await runGit(repository, args)).toString('utf8').trim();
    const type = (await runGit(repository, ['cat-file', '-t', id])).toString('utf8').trim();
    return type === 'tree' ? id : undefined;
  } catch (error) {
    if (error instanceof GitFailed) return undefined;
    throw error;
  }
}

function trimSlashes(path: string): string {
  return path.replace(/^(?:\.?\/)+|\/+$/g, '');
}
