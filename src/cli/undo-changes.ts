// Undoes what a killed command has left in a folder, and tells the user.

import { join } from 'node:path';
import { hasKilled, undoKilled } from '../project/index.ts';
import { pathForUser, say } from './terminal.ts';

/**
 * Makes the files of a folder whole again, if a command was killed while it changed some of them.
 * @param folder absolute path
 * @throws the system's error
 */
export async function undoChangesIn(folder: string): Promise<void> {
  const { undone, kept, hasFound } = await undoKilled(folder);
  if (!hasFound) return;
  const name = (path: string): string => pathForUser(join(folder, path));
  const cause = 'A command was killed while it changed files';
  if (undone.length > 0) say(`${cause}. Undone: ${undone.map(name).join(', ')}.`);
  else if (kept.length === 0) say(`${cause}. Its temporary files are removed.`);
  for (const [path, old] of kept)
    say(
      `${cause}. ${name(path)} has changed since and stays. The file as it was before is ${name(old)}: ` +
        'remove it if you do not need it.',
    );
}

/** Tells the user of a folder with errors that a killed command may have changed only some of its files. */
export async function noteKilled(folder: string): Promise<void> {
  if (await hasKilled(folder))
    say('A command was killed while it changed files of this folder. `stele upgrade` undoes its changes.');
}
