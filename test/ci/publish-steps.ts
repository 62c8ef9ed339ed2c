// Steps of the tests that publish sites: repositories on the disk, sites, and the functions of the room.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import {
  GitFailure,
  publishPreview as publishIn,
  publishSite as publishSiteIn,
  removePreview as removeIn,
  SiteRefused,
} from '../../src/ci/index.ts';
import { root, run, temporaryFolder, type Ended } from '../scripts/run-script.ts';

export const sha = '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d';
export const page =
  '<!doctype html><html lang="en"><head><title>T</title></head><body class="x"><p>Text</p></body></html>';

/** A bare repository like that of a host: clients can fetch it without the content of files. */
export async function makeRemote(): Promise<string> {
  const remote = join(await temporaryFolder(), 'remote.git');
  await git(['init', '--quiet', '--bare', remote]);
  await git(['-C', remote, 'config', 'uploadpack.allowFilter', 'true']);
  return `file://${remote}`;
}

export async function git(args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run('git', args);
  expect(stderr + (code ?? ''), args.join(' ')).toBe('0');
  return stdout;
}

export function ask(remote: string, ...args: readonly string[]): Promise<string> {
  return git(['-C', remote.slice('file://'.length), ...args]);
}

/** Files of the branch: path → content. */
export async function readBranch(remote: string, branch = 'gh-pages'): Promise<Map<string, string>> {
  const listed = await ask(remote, 'ls-tree', '-r', '-z', '--name-only', branch);
  const paths = listed.split('\0').filter((path) => path !== '');
  const contents = await Promise.all(paths.map((path) => ask(remote, 'show', `${branch}:${path}`)));
  return new Map(paths.map((path, index) => [path, contents[index] ?? '']));
}

export async function writeSite(files: Readonly<Record<string, string>>): Promise<string> {
  const site = await temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(site, path)), { recursive: true });
    await writeFile(join(site, path), content);
  }
  return site;
}

export interface Preview {
  readonly remote: string;
  readonly site: string;
  readonly pr: number;
  readonly ref?: string;
}

/** Runs a function of the room as a command ends: with a message and a code. */
export async function end(work: Promise<string>): Promise<Ended> {
  try {
    return { code: 0, signal: null, stdout: `${await work}\n`, stderr: '' };
  } catch (error) {
    if (!(error instanceof SiteRefused || error instanceof GitFailure)) throw error;
    return { code: 1, signal: null, stdout: '', stderr: `${error.message}\n` };
  }
}

export const branch = 'gh-pages';

export function publishPreview({ remote, site, pr, ref = 'topic' }: Preview): Promise<Ended> {
  return end(publishIn({ remote, branch, site, pr: String(pr), sha, ref, isForeign: false }));
}

export function publishSite(remote: string, site: string): Promise<Ended> {
  return end(publishSiteIn({ remote, branch, site, sha }));
}

export function removePreview(remote: string, pr: number): Promise<Ended> {
  return end(removeIn({ remote, branch }, String(pr)));
}

export function runCi(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return run(process.execPath, [join(root, 'src', 'cli', 'main.ts'), 'ci', ...args], { env });
}

export function expectDone(ended: Ended): void {
  expect(ended.stderr).toBe('');
  expect(ended.code).toBe(0);
}
