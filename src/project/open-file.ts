// Opens files of a content folder safely: if a link or a pipe has replaced a file, it is neither followed nor waited
// for. `list-files.ts` has already resolved the links that may be followed.

import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { lstat, open, realpath, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** Windows has neither of the last two flags. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A file that changed its kind after it was listed. */
export class FileChanged extends Error {
  override readonly name = 'FileChanged';
}

const becameOther = 'it is no longer a regular file';

/**
 * Opens a regular file, passes its descriptor and size to `read`, and always closes it.
 * @throws the system's error; FileChanged if it is not a regular file
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
 * Opens a file of a content folder for publishing. Checks that the opened file is in the folder, even if folders on the
 * path have become links since they were listed.
 * @param place path from the content folder, with links resolved
 * @throws FileChanged if a link or something else has replaced the file; else the system's error
 */
export async function openInside(contentFolder: string, place: string): Promise<FileHandle> {
  const file = join(await realpath(contentFolder), place);
  const handle = await open(file, flags).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ELOOP' ? changed(place) : error;
  });
  try {
    const opened = await handle.stat({ bigint: true });
    if (!opened.isFile() || (await realpath(file)) !== file) throw changed(place);
    // The file at the place must be the open file: then no link was followed to open it.
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
    `${place} of the content folder was replaced after it was read. Nothing was written: run the command again.`,
  );
}
