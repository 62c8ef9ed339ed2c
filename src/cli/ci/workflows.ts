// `stele ci github`, `gitlab` and `print`: the files and commands of a repository's checks, previews and deploys.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { githubWorkflows, gitlabPipeline, plainCommands, type WorkflowOptions } from '../../ci/index.ts';
import { UsageError } from '../arguments.ts';
import { pathForUser, print, say, userPath } from '../terminal.ts';
import { readOptions } from './options.ts';

const names = ['content', 'branch', 'command', 'shards', 'host', 'out'] as const;
const defaults = {
  content: 'content',
  branch: 'main',
  command: 'npx --no stele',
  shards: '1',
  host: 'pages',
  out: '.',
};

function read(args: readonly string[]): WorkflowOptions & { readonly out: string } {
  const { out, shards, host, ...options } = readOptions(args, names, defaults);
  return { ...options, shards: Number(shards), host: host as WorkflowOptions['host'], out: userPath(out) };
}

/** `stele ci github` */
export async function githubCommand(args: readonly string[]): Promise<number> {
  const { out, ...options } = read(args);
  return writeFiles(out, githubWorkflows(options));
}

/** `stele ci gitlab` */
export async function gitlabCommand(args: readonly string[]): Promise<number> {
  const { out, ...options } = read(args.filter((arg) => arg !== '--parallel-pages'));
  const text = gitlabPipeline(options, args.includes('--parallel-pages'));
  return writeFiles(out, new Map([['.gitlab-ci.yml', text]]));
}

/** `stele ci print` */
export async function printCommand(args: readonly string[]): Promise<number> {
  await print(plainCommands(read(args)));
  return 0;
}

/** Files with this text in a comment are Stele's. */
const mark = 'Written by `stele ci ';

/** @throws UsageError if a file of others is in the way; nothing is then written */
async function writeFiles(out: string, files: ReadonlyMap<string, string>): Promise<number> {
  for (const path of files.keys()) {
    const old = await readFile(join(out, path), 'utf8').catch(() => undefined);
    if (old !== undefined && !old.includes(mark))
      throw new UsageError(
        `${pathForUser(join(out, path))} is not a file of Stele. Move it away, or give another --out.`,
      );
  }
  for (const [path, text] of files) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
    say(`Wrote ${pathForUser(join(out, path))}.`);
  }
  return 0;
}
