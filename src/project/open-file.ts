// Opening files of a content folder so that a link or a pipe that takes a file's place meanwhile is never followed and
// never waited for. Links that may be followed are resolved before (`list-files.ts`).

import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { lstat, open, realpath, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** Windows has neither of them. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A file that changed its kind after it was listed. */
export class FileChanged extends Error {
  override readonly name = 'FileChanged';
}

const becameOther = 'it is no longer a regular file';

/**
 * Opens a regular file and gives its descriptor and size to a reader; closes it whatever happens.
 * @throws the system's error, or one that says that it is no regular file
 */
export function withFile<T>(file: string, read: (descriptor: number, size: number) => T): T {
  const descriptor = openSync(file, flags);
  try {
    const found = fstatSync(descriptor);
    if (!found.isFile()) throw new FileChanged(becameOther);
    return read(descriptor, found.size);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Opens a file of a content folder for publishing. The opened file lies in the folder, even if folders on the way have
 * become links since they were listed.
 * @param place from the content folder, links followed
 * @throws FileChanged where a link or something else has taken its place; else the system's error
 */
export async function openInside(contentFolder: string, place: string): Promise<FileHandle> {
  const file = join(await realpath(contentFolder), place);
  const handle = await open(file, flags).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ELOOP' ? changed(place) : error;
  });
  try {
    const opened = await handle.stat({ bigint: true });
    if (!opened.isFile() || (await realpath(file)) !== file) throw changed(place);
    // The file at the place is the one that is open: the way there led through no link when it was opened.
    const there = await lstat(file, { bigint: true });
    if (there.ino !== opened.ino || there.dev !== opened.dev) throw changed(place);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function changed(place: string): FileChanged {
  return new FileChanged(
    `${place} of the content folder was a file when it was read, and is another now. Nothing was written: run the command again.`,
  );
}
