// An error that a command threw → a message and an exit code. Only this file distinguishes mistakes of the user and
// errors of the disk from bugs.

import {
  ChangeRefused,
  FileChanged,
  findDiskError,
  findMissingPart,
  NoContent,
  OutputRefused,
  SiteIncomplete,
  type DiskError,
} from '../project/index.ts';
import { GitFailed, SideRefused } from '../sides/index.ts';
import { UsageError } from './arguments.ts';
import { rangeOf } from './version.ts';
import { OutputFailed, ReaderGone, say, pathForUser } from './terminal.ts';

const refusals = [
  UsageError,
  GitFailed,
  SideRefused,
  NoContent,
  OutputRefused,
  ChangeRefused,
  FileChanged,
  OutputFailed,
  SiteIncomplete,
];

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
  // Compares the name, not the class: importing the class would load Astro's part in every command.
  const isAstroRefused = error instanceof Error && error.name === 'AstroRefused';
  if (isAstroRefused || refusals.some((kind) => error instanceof kind)) {
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
