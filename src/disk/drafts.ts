// Drafts of files: a file is written beside its place and moved into it, so that it is never half. A killed process
// leaves its drafts.

import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunningProcess, removeSurely } from './leftovers.ts';

/** A new name for a draft of a file. It contains the number of this process. */
export function draftOf(file: string): string {
  return `${file}.${process.pid}-${randomBytes(4).toString('hex')}.draft`;
}

/** Number of the process that writes a draft; undefined for other files. */
export function writerOf(name: string): number | undefined {
  const [, pid] = /\.(\d+)-[\da-f]+\.draft$/.exec(name) ?? [];
  return pid === undefined ? undefined : Number(pid);
}

/** Whether a file is a draft whose process has ended. */
export function isLeftDraft(name: string): boolean {
  const writer = writerOf(name);
  return writer !== undefined && !isRunningProcess(writer);
}

/** Removes the drafts of a file that killed processes have left. Errors of the disk are ignored. */
export async function removeLeftDrafts(file: string): Promise<void> {
  const [folder, start] = [dirname(file), basename(file)];
  for (const name of await readdir(folder).catch(() => [])) {
    const isOwn = name.startsWith(start) && /^\.\d+-[\da-f]+\.draft$/.test(name.slice(start.length));
    if (isOwn && isLeftDraft(name)) await removeSurely(join(folder, name)).catch(() => undefined);
  }
}
