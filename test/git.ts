// Runs git for tests, as a user with a name and without the settings of this machine that would ask for something.

import { execFileSync } from 'node:child_process';

const settings = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];

/**
 * Runs git in a folder, and returns what it prints.
 * @param env variables beside those of the tests
 * @throws Error if git fails
 */
export function git(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): string {
  const all = { ...process.env, ...env };
  return execFileSync('git', [...settings, ...args], { cwd: folder, env: all, encoding: 'utf8', stdio: 'pipe' });
}
