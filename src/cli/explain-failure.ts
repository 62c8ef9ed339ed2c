// An error that a command threw → a message and an exit code. Only this file distinguishes mistakes of the user and
// errors of the disk from bugs.

import { findDiskError, findMissingPart, type DiskError } from '../disk/index.ts';
import { pathForUser, ReaderGone, say } from './terminal.ts';
import { rangeOf } from './version.ts';

/**
 * Names of errors whose message is for the user. Compares names, not classes: importing the classes would load most
 * of Stele in every command.
 */
export const refusals: ReadonlySet<string> = new Set([
  'AstroRefused',
  'ChangeRefused',
  'FileChanged',
  'GitFailed',
  'NoContent',
  'OutputFailed',
  'OutputRefused',
  'SideRefused',
  'SiteIncomplete',
  'UsageError',
]);

/** The exit code that shells report for a program that SIGPIPE ended. */
const brokenPipe = 141;

/**
 * Prints the cause of an error.
 * @returns the exit code: 2 for mistakes of the user and errors of the disk, 70 for bugs, 141 if the output has no
 * reader
 */
export function explainFailure(error: unknown): number {
  // The reader of the output has ended, so no message can reach it.
  if (error instanceof ReaderGone) return brokenPipe;
  if (error instanceof Error && refusals.has(error.name)) {
    say(error.message);
    return 2;
  }
  const failed = findDiskError(error);
  if (failed !== undefined) {
    say(describeDiskError(failed));
    return 2;
  }
  const missing = findMissingPart(error);
  if (missing !== undefined) {
    const name = /^Cannot find (?:package|module) '(astro|@astrojs\/[\w-]+)/.exec(missing)?.[1];
    if (name !== undefined) {
      say(
        `${name} is not installed, and it compiles the components and the code of a site's own.\n` +
          `→ Install it beside Stele: \`npm install --save-dev ${name}@${rangeOf(name)}\`.`,
      );
      return 2;
    }
    say(`A part of Stele cannot be loaded: ${missing}\n→ Install Stele again: \`npm ci\` in its folder.`);
    return 2;
  }
  say('This is a bug in Stele. Please report it together with this text:');
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 70;
}

/** `dist/a.html cannot be written: the disk is full (ENOSPC).`, and on the next line the advice. */
export function describeDiskError({ code, path, subject = 'A file', use, reason, advice }: DiskError): string {
  const name = path === undefined ? subject : pathForUser(path);
  return `${name} cannot be ${use}: ${reason} (${code}).\n→ ${advice}`;
}
