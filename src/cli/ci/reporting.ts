// `stele ci report` and `comment`: what a pull request changes, for its readers and its reviewers.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askGitHub, commentRun, formatComment, makeReport, type Side } from '../../ci/index.ts';
import { print, userPath } from '../terminal.ts';
import { orNone, readOptions } from './options.ts';

/**
 * `stele ci report`. The folder has the files that the workflow has written: the sites `base` and `preview/site`, the
 * findings `base.json` and `head.json`, the changes `diff.json`, and the times `base-times.json` and `head-times.json`.
 */
export async function reportCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ['pr', 'head', 'base', 'folder', 'out']);
  const folder = userPath(options.folder);
  const side = (sha: string, name: string, site: string): Side => ({
    sha,
    site: join(folder, site),
    check: join(folder, `${name}.json`),
    times: join(folder, `${name}-times.json`),
  });
  const report = await makeReport(
    Number(options.pr),
    side(options.base, 'base', 'base'),
    side(options.head, 'head', join('preview', 'site')),
    join(folder, 'diff.json'),
  );
  await writeFile(userPath(options.out), `${JSON.stringify(report)}\n`);
  const text = formatComment(report, { preview: undefined, run: undefined });
  await print(`## Preview\n\n${text ?? 'Nothing changes for readers.'}\n`);
  return 0;
}

/** `stele ci comment` */
export async function commentCommand(args: readonly string[]): Promise<number> {
  const names = ['artifact', 'repository', 'head-repository', 'head-branch', 'head-sha'] as const;
  const more = ['published', 'refusal', 'removed', 'run', 'address'] as const;
  const none = { published: 'false', refusal: '', removed: '', run: '', address: '' };
  const options = readOptions(args, [...names, ...more], none);
  const words = await commentRun(askGitHub, {
    artifact: userPath(options.artifact),
    repository: options.repository,
    headRepository: options['head-repository'],
    headBranch: options['head-branch'],
    headSha: options['head-sha'],
    isPublished: options.published === 'true',
    refusal: orNone(options.refusal),
    removed: options.removed.split(',').filter((number) => number !== ''),
    runAddress: orNone(options.run),
    siteAddress: orNone(options.address),
  });
  await print(`${words}\n`);
  return 0;
}
