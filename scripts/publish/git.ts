// Git as a function: arguments and input in, output out, and an Error with git's output if it fails.

import { spawnSync } from 'node:child_process';

/** A failed git command. `output` is everything it printed. */
export class GitFailure extends Error {
  readonly output: string;

  constructor(command: string, output: string) {
    super(`git ${command} failed: ${output.trim()}`);
    this.output = output;
  }
}

/**
 * Runs git in one repository. The output's last line break is removed.
 * @param encoding of the output: `latin1` keeps every byte of names that are not UTF-8
 */
export type Git = (args: readonly string[], input?: string | Buffer, encoding?: 'utf8' | 'latin1') => string;

const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };

/**
 * Git in the repository of a folder. Commits are made in the name of the workflow's bot, messages are in English (since
 * the reason of a refused push is read from them), and git never asks for a password.
 * @param env further variables for git, e.g. those of `withToken`
 */
export function gitIn(folder: string, env: Readonly<Record<string, string>> = {}): Git {
  const settings = {
    GIT_AUTHOR_NAME: bot.name,
    GIT_AUTHOR_EMAIL: bot.email,
    GIT_COMMITTER_NAME: bot.name,
    GIT_COMMITTER_EMAIL: bot.email,
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
  return (args, input = '', encoding = 'utf8') => {
    const run = spawnSync('git', args, {
      cwd: folder,
      input,
      env: { ...process.env, ...settings, ...env },
      maxBuffer: 1024 * 1024 * 1024,
    });
    if (run.error !== undefined) throw run.error;
    const output = run.stdout.toString(encoding);
    if (run.status !== 0) throw new GitFailure(args[0] ?? '', `${output}\n${run.stderr.toString()}`);
    return output.endsWith('\n') ? output.slice(0, -1) : output;
  };
}

/**
 * Environment that lets git push to an https remote with a token: as configuration in the environment, since other
 * users of the machine can read the arguments of a command.
 */
export function withToken(remote: string, token: string | undefined): Readonly<Record<string, string>> {
  if (token === undefined || token === '' || !remote.startsWith('https://')) return {};
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${new URL(remote).origin}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${credentials}`,
  };
}
