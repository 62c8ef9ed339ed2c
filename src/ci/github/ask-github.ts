// GitHub's REST API as a function. It uses the command `gh`, which reads its token from GH_TOKEN.

import { spawn } from 'node:child_process';

/** A request. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** For POST and PATCH. */
  readonly content?: object;
}

/** Sends one request. GET returns the list of its pages. Throws GitHubFailure. */
export type AskGitHub = (request: Request) => Promise<unknown>;

/** GitHub's error, with the output of `gh`. */
export class GitHubFailure extends Error {}

/** Sends a request with `gh`. */
export const askGitHub: AskGitHub = async ({ method, path, content }) => {
  const more = method === 'GET' ? ['--paginate', '--slurp'] : content === undefined ? [] : ['--input', '-'];
  const child = spawn('gh', ['api', '--method', method, path, ...more]);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => (output.stdout += data));
  child.stderr.on('data', (data) => (output.stderr += data));
  child.stdin.on('error', () => undefined);
  child.stdin.end(content === undefined ? '' : JSON.stringify(content));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (error) => reject(new GitHubFailure(`gh does not start: ${error.message}`)));
    child.on('close', resolve);
  });
  if (code !== 0)
    throw new GitHubFailure(`${method} ${path} failed: ${output.stderr.trim()}${adviseOn(output.stderr)}`);
  return output.stdout.trim() === '' ? undefined : JSON.parse(output.stdout);
};

function adviseOn(output: string): string {
  if (/HTTP 40[13]/.test(output))
    return '\nThe token of this job lacks a permission: compare the job with `stele ci print`.';
  if (/HTTP 5\d\d|dial tcp|timeout|no such host/i.test(output))
    return '\nGitHub does not answer: run the job again later.';
  return '';
}
