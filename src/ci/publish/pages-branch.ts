// The branch that is served as the site: `CNAME`, `.nojekyll` and the files of main at its root, each preview in its
// folder `pr-<number>`. A change replaces entries of the root and is pushed as one commit on top; after a lost race for
// the branch, the change is applied again to the new state, so no change is lost.
//
// Trees are written with git's plumbing, without a working copy: no filter, hook or link of the content can act, and
// the pages of other previews are never downloaded.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GitFailure, gitIn, withToken, type Git } from './git.ts';
import { SiteRefused, type SiteFile } from './read-site.ts';

/** Where a site is published. */
export interface Target {
  /** Address or path of the repository. */
  readonly remote: string;
  readonly branch: string;
}

/**
 * The entries at the root of the branch, by name, as git prints them: mode, type and object. A character of a name is a
 * byte, so that all names stay unchanged.
 */
export type Root = ReadonlyMap<string, string>;

/** A change of the branch: gets its root and returns the new root. Called again after a lost race. */
export type Change = (root: Root) => Root;

/** A temporary repository in which the next commit of the branch is made. `close` removes it. */
export interface Workshop {
  readonly git: Git;
  /**
   * Stores a site's files and returns the entry of their folder.
   * @param transform may change a file's content
   * @param more further files, by path
   */
  storeSite(files: readonly SiteFile[], transform?: Transform, more?: ReadonlyMap<string, string>): Promise<string>;
  /** The entries of a stored folder. */
  readFolder(entry: string): Promise<Root>;
  close(): Promise<void>;
}

/** Returns a file's new content, or undefined if it does not change. */
export type Transform = (file: SiteFile) => Promise<string | undefined>;

const attempts = 20;

/**
 * Opens a temporary repository for a target. It pushes with `PUBLISH_TOKEN` of the environment, if the remote is https.
 */
export async function openWorkshop(target: Target): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'stele-publish-'));
  const git = gitIn(folder, withToken(target.remote, process.env['PUBLISH_TOKEN']));
  await git(['init', '--quiet', '--bare', '--template=']);
  await git(['remote', 'add', '--', 'origin', target.remote]);
  // Git itself also refuses paths that a file system may read as `.git`.
  for (const check of ['core.protectHFS', 'core.protectNTFS']) await git(['config', check, 'true']);
  return {
    git,
    storeSite: (files, transform, more) => storeSite(git, folder, files, transform, more),
    readFolder: (entry) => readTree(git, entry.split(' ')[2] ?? ''),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * Applies a change to the branch and pushes it; creates the branch if there is none.
 * @returns whether the branch changed
 * @throws GitFailure if the remote refuses for another reason than a lost race, or if every attempt loses a race
 */
export async function changeBranch(git: Git, branch: string, message: string, change: Change): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const parent = await fetchBranch(git, branch);
    const before: Root = parent === undefined ? new Map() : await readTree(git, `${parent}^{tree}`);
    const after = change(before);
    if (isSame(before, after)) return false;
    const tree = await git(['mktree', '-z', '--missing'], Buffer.from(formatTree(after), 'latin1'));
    const commit = await git(['commit-tree', tree, '-m', message, ...(parent === undefined ? [] : ['-p', parent])]);
    try {
      await git(['push', '--porcelain', 'origin', `${commit}:refs/heads/${branch}`]);
      return true;
    } catch (error) {
      if (!isLostRace(error) || attempt === attempts) throw error;
      await sleep(Math.random() * 200 * attempt);
    }
  }
}

/** The current entries of the branch; none if there is no branch. */
export async function readBranch(git: Git, branch: string): Promise<Root> {
  const commit = await fetchBranch(git, branch);
  return commit === undefined ? new Map() : await readTree(git, `${commit}^{tree}`);
}

/** The entry of an empty `.nojekyll`: without it, files and folders that begin with `_` are not served. */
export async function noJekyll(git: Git): Promise<string> {
  return `100644 blob ${await git(['hash-object', '-w', '--stdin'])}`;
}

/** The newest commit of the branch, fetched without its history and without the content of its files. */
async function fetchBranch(git: Git, branch: string): Promise<string | undefined> {
  const ref = `refs/heads/${branch}`;
  if ((await git(['ls-remote', '--heads', 'origin', ref])) === '') return undefined;
  await git(['fetch', '--quiet', '--depth=1', '--no-tags', '--filter=blob:none', 'origin', `+${ref}:refs/fetched`]);
  return await git(['rev-parse', 'refs/fetched']);
}

async function storeSite(
  git: Git,
  folder: string,
  given: readonly SiteFile[],
  transform?: Transform,
  more: ReadonlyMap<string, string> = new Map(),
): Promise<string> {
  const sources: string[] = [];
  const drafts = await mkdtemp(join(folder, 'drafts-'));
  const files = [...given, ...[...more.keys()].map((path) => ({ path, source: '' }))];
  for (const [index, file] of files.entries()) {
    const content = more.get(file.path) ?? (await transform?.(file));
    const draft = join(drafts, String(index));
    if (content !== undefined) await writeFile(draft, content);
    sources.push(content === undefined ? file.source : draft);
  }
  const paths = sources.map((path) => `${path}\n`).join('');
  const objects = (await git(['hash-object', '-w', '--no-filters', '--stdin-paths'], paths)).split('\n');
  const entries = objects.map((object, index) => `100644 ${object}\t${files[index]?.path}\0`).join('');
  await git(['read-tree', '--empty']);
  await git(['update-index', '-z', '--index-info'], entries);
  await refuseLost(git, files);
  return `040000 tree ${await git(['write-tree'])}`;
}

/** Git skips invalid names, and exits without an error. */
async function refuseLost(git: Git, files: readonly SiteFile[]): Promise<void> {
  const stored = new Set((await git(['ls-files', '-z'])).split('\0'));
  const lost = files.find(({ path }) => !stored.has(path));
  if (lost !== undefined) throw new SiteRefused(`Git does not take the name ${JSON.stringify(lost.path)}.`);
}

async function readTree(git: Git, tree: string): Promise<Root> {
  const records = (await git(['ls-tree', '-z', tree], '', 'latin1')).split('\0').filter((record) => record !== '');
  return new Map(
    records.map((record) => {
      const end = record.indexOf('\t');
      return [record.slice(end + 1), record.slice(0, end)];
    }),
  );
}

function formatTree(root: Root): string {
  return [...root].map(([name, entry]) => `${entry}\t${name}\0`).join('');
}

function isSame(a: Root, b: Root): boolean {
  return a.size === b.size && [...a].every(([name, entry]) => b.get(name) === entry);
}

/** Whether a push was refused because the branch has moved since it was fetched. */
function isLostRace(error: unknown): boolean {
  const reasons = /\[rejected\]|non-fast-forward|fetch first|cannot lock ref|failed to update ref|incorrect old value/;
  return error instanceof GitFailure && reasons.test(error.output);
}
