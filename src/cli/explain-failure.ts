// What a command threw → words for its user and an exit code: the one place that tells mistakes and the disk from bugs.

import { ChangeRefused, FileChanged, findDiskError, findMissingPart, NoContent, OutputRefused, SiteIncomplete, type DiskError } from '../project/index.ts';
import { UsageError } from './arguments.ts';
import { OutputFailed, ReaderGone, say, shownPath } from './terminal.ts';

const refusals = [UsageError, NoContent, OutputRefused, ChangeRefused, FileChanged, OutputFailed, SiteIncomplete];

/** What a shell reports for a program that SIGPIPE ended. */
const brokenPipe = 141;

/** Says what went wrong; gives the exit code: 2 for the user's and the disk's mistakes, 70 for bugs. */
export function explainFailure(error: unknown): number {
  // Whoever read the output has seen enough: nobody is there to be told.
  if (error instanceof ReaderGone) return brokenPipe;
  if (refusals.some((kind) => error instanceof kind)) {
    say((error as Error).message);
    return 2;
  }
  const failed = findDiskError(error);
  if (failed !== undefined) {
    say(describeDiskError(failed));
    return 2;
  }
  const missing = findMissingPart(error);
  if (missing !== undefined) {
    say(`A part of Stele cannot be loaded: ${missing}\n→ Install Stele again: \`npm ci\` in its folder.`);
    return 2;
  }
  say('This is a bug in Stele; please report it with what follows.');
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 70;
}

/** `dist/a.html cannot be written: the disk is full.`, and what to do. */
export function describeDiskError({ code, path, subject = 'A file', use, reason, advice }: DiskError): string {
  const name = path === undefined ? subject : shownPath(path);
  return `${name} cannot be ${use}: ${reason} (${code}).\n→ ${advice}`;
}
