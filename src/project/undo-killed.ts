// A folder in which a command was killed while it changed files → the folder as it was before the command, without the
// command's temporary files. What somebody else has written since stays.

import { readdir, realpath, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isAbsent, isLeftDraft, move, removeSurely } from '../disk/index.ts';
import { hashOfBytes, isJournal, readJournal, readRegular, type Journal, type JournalEntry } from './change-journal.ts';
import { isHeld } from './holder.ts';

/** What killed commands have left. Paths are relative to the folder. */
export interface KilledChanges {
  /** Files that are again as they were. */
  readonly undone: readonly string[];
  /** Files that have changed since and stay, each with the second name of the file as it was, which stays, too. */
  readonly kept: readonly (readonly [path: string, old: string])[];
  /** Whether there was anything. */
  readonly hasFound: boolean;
}

/**
 * Undoes the changes of killed commands. Call it before the files of the folder are read.
 * @param folder absolute path; a folder that does not exist has no changes
 * @throws the system's error
 */
export async function undoKilled(folder: string): Promise<KilledChanges> {
  const undone: string[] = [];
  const kept: (readonly [string, string])[] = [];
  let hasFound = false;
  for (const name of await namesIn(folder)) {
    if (!isJournal(name)) continue;
    const file = join(folder, name);
    const journal = isLeftDraft(name) ? undefined : await readJournal(file);
    if (journal === undefined ? !isLeftDraft(name) : isHeld(file, journal.holder)) continue;
    hasFound = true;
    for (const entry of journal?.files ?? []) {
      const end = await undo(folder, journal!, entry);
      if (end === 'undone') undone.push(entry.path);
      if (end === 'kept') kept.push([entry.path, entry.old!]);
    }
    for (const made of journal?.isDone === false ? journal.folders.toReversed() : []) {
      // A folder that has files stays.
      if (isPath(made)) await rmdir(join(folder, made)).catch(() => undefined);
    }
    await removeSurely(file);
  }
  return { undone, kept, hasFound };
}

/** Whether a killed command has left files of which only some may be changed. Errors of the disk are ignored. */
export async function hasKilled(folder: string): Promise<boolean> {
  for (const name of await namesIn(folder).catch(() => [])) {
    if (!isJournal(name) || isLeftDraft(name)) continue;
    const file = join(folder, name);
    const journal = await readJournal(file).catch(() => undefined);
    if (journal?.isDone === false && !isHeld(file, journal.holder)) return true;
  }
  return false;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isAbsent(error)) return [];
    throw error;
  });
}

/** Undoes the change of one file, and removes its temporary files. */
async function undo(
  folder: string,
  { isDone }: Journal,
  entry: JournalEntry,
): Promise<'undone' | 'kept' | 'unchanged'> {
  if (!(await isOwn(folder, entry))) return 'unchanged';
  const [path, draft] = [join(folder, entry.path), join(folder, entry.draft)];
  const old = entry.old === undefined ? undefined : join(folder, entry.old);
  let end: Awaited<ReturnType<typeof undo>> = 'unchanged';
  if (!isDone) end = await (old === undefined ? removeNew(path, draft, entry) : restore(path, old, entry));
  await removeSurely(draft);
  if (old !== undefined && end !== 'kept') await removeSurely(old);
  return end;
}

/** Removes a new file, which is a second name or a copy of its draft. */
async function removeNew(path: string, draft: string, { after }: JournalEntry): Promise<'undone' | 'unchanged'> {
  const [now, written] = [await hashOf(path), await hashOf(draft)];
  if (now !== after || written !== after) return 'unchanged';
  await removeSurely(path);
  return 'undone';
}

async function restore(
  path: string,
  old: string,
  { before, after }: JournalEntry,
): Promise<'undone' | 'kept' | 'unchanged'> {
  const [now, found] = [await hashOf(path), await hashOf(old)];
  // A second name that is a copy may be incomplete. The file has then not been changed yet.
  if (now === before || found !== before) return 'unchanged';
  if (now !== after) return 'kept';
  await move(old, path);
  return 'undone';
}

async function hashOf(path: string): Promise<string | undefined> {
  const bytes = await readRegular(path);
  return bytes && hashOfBytes(bytes);
}

/**
 * Whether all files of an entry are in the folder, beside each other, and the temporary ones have names of such: a
 * stranger may have written the journal.
 */
async function isOwn(folder: string, { path, draft, old }: JournalEntry): Promise<boolean> {
  const isTemporary = (file: string, end: string): boolean =>
    dirname(file) === dirname(path) && new RegExp(`(?:^|/)\\.[^/]+\\.\\d+-[\\da-f]{8}\\.${end}$`).test(file);
  if (!isPath(path) || !isTemporary(draft, 'new') || (old !== undefined && !isTemporary(old, 'old'))) return false;
  const [root, inner] = await Promise.all([folder, join(folder, dirname(path))].map(realOrNothing));
  return inner !== undefined && inner === join(root ?? '', dirname(path));
}

function realOrNothing(path: string): Promise<string | undefined> {
  return realpath(path).catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    throw error;
  });
}

/** Whether a path leads into the folder. */
function isPath(path: string): boolean {
  return path.split(/[/\\]/).every((part) => !['', '.', '..'].includes(part));
}
