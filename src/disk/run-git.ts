// Runs git's plumbing. Nothing of the repository is executed: no hooks, filters, monitors or replacements, and git
// fetches nothing. Content of a revision is only read, so a revision that nobody trusts may be compared.

import { spawn } from 'node:child_process';
import { env } from 'node:process';

/** Thrown if git is missing or refuses. The message is for the user. */
export class GitFailed extends Error {
  override readonly name = 'GitFailed';
}

const settings = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never', 'core.quotePath=false'];

/** More output than that is refused. */
const maxBytes = 2 * 1024 * 1024 * 1024;

/**
 * Runs git and returns its output.
 * @param folder the folder in which git runs
 * @param input text for its standard input
 * @throws GitFailed with the last line that git has said, or if it cannot be started
 */
export function runGit(folder: string, args: readonly string[], input = ''): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = spawn('git', ['--no-replace-objects', ...settings.flatMap((setting) => ['-c', setting]), ...args], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...env,
        // A partial clone would fetch what it lacks.
        GIT_NO_LAZY_FETCH: '1',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        LC_ALL: 'C',
      },
    });
    const parts: Buffer[] = [];
    let size = 0;
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > maxBytes) child.kill();
      else parts.push(part);
    });
    child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-4_000)));
    child.on('error', (error: NodeJS.ErrnoException) => {
      const isMissing = error.code === 'ENOENT';
      fail(new GitFailed(`git cannot be started: ${isMissing ? 'it is not installed.' : error.message}`));
    });
    child.on('close', (code) => {
      if (code === 0) done(Buffer.concat(parts));
      else
        fail(
          new GitFailed(
            said
              .trim()
              .split('\n')
              .at(-1)
              ?.replace(/^fatal: /, '') || `git ended with code ${code}`,
          ),
        );
    });
    // git may end before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
