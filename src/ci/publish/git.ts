// Git as a function: arguments and input in, output out, and an Error with git's output if it fails.

import { spawn } from 'node:child_process';

/** A failed git command. `output` is everything it printed. */
export class GitFailure extends Error {
  readonly output: string;

  constructor(command: string, output: string) {
    super(`git ${command} failed: ${output.trim()}${adviseOn(output)}`);
    this.output = output;
  }
}

/** A sentence about frequent causes. Nothing was pushed, so the published sites stay as they are. */
function adviseOn(output: string): string {
  if (/\b403\b|denied|not authorized|authentication failed|could not read username/i.test(output))
    return '\nThe token may not write here: the job needs `contents: write`. What was published before stays.';
  if (/could not resolve host|unable to access|timed out|connection|early EOF|\b50\d\b/i.test(output))
    return '\nThe host does not answer. What was published before stays: run the job again later.';
  return '';
}

/**
 * Runs git in one repository. The output's last line break is removed.
 * @param encoding of the output: `latin1` keeps every byte of names that are not UTF-8
 */
export type Git = (args: readonly string[], input?: string | Buffer, encoding?: 'utf8' | 'latin1') => Promise<string>;

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
  return (args, input = '', encoding = 'utf8') =>
    new Promise((resolve, reject) => {
      const child = spawn('git', args, { cwd: folder, env: { ...process.env, ...settings, ...env } });
      const [printed, errors]: [Buffer[], Buffer[]] = [[], []];
      child.stdout.on('data', (data: Buffer) => printed.push(data));
      child.stderr.on('data', (data: Buffer) => errors.push(data));
      child.on('error', reject);
      // A command that fails early does not read its input.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
      child.on('close', (code) => {
        const output = Buffer.concat(printed).toString(encoding);
        if (code !== 0) reject(new GitFailure(args[0] ?? '', `${output}\n${Buffer.concat(errors).toString()}`));
        else resolve(output.endsWith('\n') ? output.slice(0, -1) : output);
      });
    });
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
