// How a publishing command ends: its last words on stdout, or what it refuses on stderr and exit code 1.

import { GitFailure } from './git.ts';
import { SiteRefused } from './read-site.ts';
import { GitHubFailure } from './sticky-comment.ts';

/** Runs a command; other errors than refusals are bugs, and are thrown on. */
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
