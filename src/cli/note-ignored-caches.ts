// The note about caches that a run has found and not used.

import { describeIgnored, forgetIgnored } from '../disk/index.ts';
import { pathForUser, say } from './terminal.ts';

/** The note, in one line; undefined if all caches were used that there are. */
export function ignoredCaches(): string | undefined {
  return describeIgnored(pathForUser);
}

/** Prints the note, if there is one, and forgets it. */
export function noteIgnoredCaches(): void {
  const note = ignoredCaches();
  if (note !== undefined) say(note);
  forgetIgnored();
}
