// A repository with a published site and previews, pull requests as GitHub lists them, and artifacts: for tests of what
// a stranger's artifact can do.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AskGitHub } from '../../src/ci/index.ts';
import { expect } from 'vitest';
import { run } from '../scripts/run-script.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

export const headSha = '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d';
export const baseSha = 'b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0';
export const repository = 'acme/docs';
export const fork = 'mallory/docs';

const folders: string[] = [];

/** A new folder, until `removeWorld`. */
export function newFolder(): string {
  const folder = temporaryFolder();
  folders.push(folder);
  return folder;
}

/** Removes all folders. Call it after the last test of a file. */
export function removeWorld(): void {
  folders.splice(0).forEach(removeFolder);
}

/** Text of a page as Stele writes it, with the scripts of the published site. */
export const page = (body = '<p>Text</p>', head = ''): string =>
  `<!DOCTYPE html><html lang="en" data-root="./" data-search="./_stele/search.js"><head><meta charset="utf-8">\
<script>{let known=1}</script>${head}<title>T</title><script type="module" src="./_stele/main.js"></script></head>\
<body><main id="-main">${body}</main></body></html>`;

/** Files of a plain site. */
export const plainSite: Readonly<Record<string, string | Buffer>> = {
  'index.html': page(),
  'guides/a/index.html': page('<p>A</p>').replaceAll('./', '../../'),
  '_stele/main.js': 'main()',
  '_stele/site.css': 'p{}',
  '_content/a.svg': '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><path d="M1 1"/></svg>',
  '.stele.json': '{}',
};

/** A report of the pull request 7. */
export const plainReport = {
  version: 1,
  pr: 7,
  head: headSha,
  base: baseSha,
  hasSite: true,
  languages: ['js', 'python'],
  pages: {
    total: 2,
    changed: { total: 1, shown: ['guides/a/'] },
    added: { total: 0, shown: [] as unknown[] },
    removed: { total: 0, shown: [] },
  },
  findings: { new: { total: 0, shown: [] as unknown[] }, fixed: { total: 0, shown: [] }, errors: 0 },
};

/** Writes files below a folder. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** An artifact with a site and a report. */
export async function writeArtifact(
  files: Readonly<Record<string, string | Buffer>> = plainSite,
  report: unknown = plainReport,
): Promise<string> {
  const artifact = newFolder();
  await writeFiles(join(artifact, 'site'), files);
  await writeFile(join(artifact, 'report.json'), typeof report === 'string' ? report : JSON.stringify(report));
  return artifact;
}

/** A bare repository like that of a host: clients can fetch it without the content of files. */
export async function makeRemote(): Promise<string> {
  const remote = join(newFolder(), 'remote.git');
  await git('init', '--quiet', '--bare', remote);
  await git('-C', remote, 'config', 'uploadpack.allowFilter', 'true');
  await git('-C', remote, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  return `file://${remote}`;
}

/** Runs git, which must succeed. */
export async function git(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run('git', args);
  expect(`${code} ${stderr}`, args.join(' ')).toBe('0 ');
  return stdout;
}

/** The entries at the root of the served branch. */
export async function readRoot(remote: string): Promise<Readonly<Record<string, string>>> {
  const listed = await git('-C', remote.slice('file://'.length), 'ls-tree', 'gh-pages');
  const lines = listed.split('\n').filter((line) => line !== '');
  return Object.fromEntries(lines.map((line) => line.split('\t').toReversed() as [string, string]));
}

/** The text of a file of the served branch. */
export function readFileOf(remote: string, path: string): Promise<string> {
  return git('-C', remote.slice('file://'.length), 'show', `gh-pages:${path}`);
}

/** A pull request as GitHub describes it. */
export interface Pull {
  readonly number: number;
  readonly sha: string;
  readonly ref: string;
  readonly from: string;
}

/**
 * GitHub with open pull requests, and commits that are on the base branch.
 * @param writes gets all requests that change something
 */
export function fakeGitHub(
  pulls: readonly Pull[],
  { onBase = [] as readonly string[], comments = [] as readonly unknown[], writes = [] as unknown[] } = {},
): AskGitHub {
  return async (request) => {
    const { method, path } = request;
    if (method !== 'GET') return void writes.push(request);
    if (path.includes('/compare/')) {
      const sha = /compare\/([0-9a-f]+)/.exec(path)![1]!;
      return [{ status: onBase.includes(sha) ? 'ahead' : 'diverged' }];
    }
    if (path.endsWith('/comments')) return [comments];
    if (path.endsWith('/pages')) return [{ html_url: 'https://docs.example.com' }];
    const head = new URLSearchParams(path.split('?')[1]).get('head');
    return [
      pulls
        .filter(({ from, ref }) => head === null || head === `${from.split('/')[0]}:${ref}`)
        .map(({ number, sha, ref, from }) => ({
          number,
          head: { sha, ref, repo: { full_name: from } },
          base: { sha: baseSha, ref: 'main' },
        })),
    ];
  };
}
