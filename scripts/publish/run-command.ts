// Runs a publishing command: prints its last message on stdout, or a refusal on stderr with exit code 1.

import { GitFailure } from './git.ts';
import { SiteRefused } from './read-site.ts';
import { GitHubFailure } from './sticky-comment.ts';

/** Runs a command. Errors other than refusals are bugs, and are rethrown. */
export async function runCommand(command: () => Promise<string>): Promise<void> {
  try {
    console.log(await command());
  } catch (error) {
    const isRefusal = [SiteRefused, GitFailure, GitHubFailure].some((kind) => error instanceof kind);
    if (!isRefusal || !(error instanceof Error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
