// Plans and prepares a change of a file: a draft, and a second name for the old file, beside it. The file itself stays
// unchanged.

import { randomBytes } from 'node:crypto';
import { chmod, constants, copyFile, link, lstat, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import { isAbsent } from '../disk/index.ts';
import { hashOfBytes, type JournalEntry } from './change-journal.ts';

/** A changed or new file. */
export interface FileChange {
  /** Path relative to the folder, with `/`. */
  readonly path: string;
  /** Text as it was read; absent for a new file. */
  readonly before?: string;
  readonly after: string;
}

/** Thrown if files cannot be changed; the message is for the user. */
export class ChangeRefused extends Error {
  override readonly name = 'ChangeRefused';
}

/** Functions that link and move files. Tests pass functions that fail. */
export interface FileMoves {
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly link: (from: string, to: string) => Promise<void>;
}

/** A change that is possible, with its temporary files beside the changed file: one to make it, one to undo it. */
export interface PlannedChange {
  readonly target: string;
  readonly draft: string;
  /** Second name of the old file; absent for a new one. */
  readonly old?: string;
  readonly text: string;
  /** Mode of the old file. */
  readonly mode?: number;
  /** The change for the journal. */
  readonly entry: JournalEntry;
}

/**
 * Decides whether a file can be changed, and where its temporary files will be. Nothing is written.
 * @throws ChangeRefused, or the system's error
 */
export async function planChange(folder: string, change: FileChange): Promise<PlannedChange> {
  const isNew = change.before === undefined;
  const root = await realpath(folder);
  const target = isNew ? join(folder, change.path) : await resolveLinks(root, change.path);
  const path = isNew ? change.path : relative(root, target).split(sep).join('/');
  const name = `.${basename(target)}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const beside = (end: string) => [join(dirname(target), name + end), posix.join(posix.dirname(path), name + end)];
  const [[draft, draftPath], [old, oldPath]] = [beside('.new'), beside('.old')] as [string[], string[]];
  const found = await lstatOrNothing(target);
  if (isNew) {
    if (found) throw new ChangeRefused(`${change.path} exists already. Nothing was changed.`);
    const entry = { path, draft: draftPath!, after: hashOfBytes(change.after) };
    return { target, draft: draft!, text: change.after, entry };
  }
  const bytes = found?.isFile() ? await readFile(target) : undefined;
  if (bytes === undefined || new TextDecoder().decode(bytes) !== change.before) throw hasChanged(change.path);
  // A rename would replace even a read-only file. Its owner does not want that.
  if ((found!.mode & 0o222) === 0) throw new ChangeRefused(`${change.path} is read-only. Nothing was changed.`);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
  const text = mark + change.after;
  const hashes = { before: hashOfBytes(bytes), after: hashOfBytes(text) };
  const entry = { path, draft: draftPath!, old: oldPath!, ...hashes };
  return { target, draft: draft!, old: old!, text, mode: found!.mode, entry };
}

function hasChanged(path: string): ChangeRefused {
  return new ChangeRefused(`${path} has changed since it was read. Nothing was changed.`);
}

/**
 * Gives the old file a second name, and writes the new text beside it.
 * @param made receives the folders that were made
 * @throws ChangeRefused, or the system's error
 */
export async function prepareChange(
  folder: string,
  { path }: FileChange,
  { draft, old, target, text, mode, entry }: PlannedChange,
  made: string[],
  moves: FileMoves,
): Promise<void> {
  if (old === undefined) await makeFolders(folder, path, made);
  else {
    await moves.link(target, old);
    if (hashOfBytes(await readFile(old)) !== entry.before) throw hasChanged(path);
  }
  await writeFile(draft, text, { flag: 'wx' });
  if (mode !== undefined) await chmod(draft, mode & 0o7777);
}

/** Folders that have to be made for new files, outer ones first. */
export async function listMissingFolders(folder: string, changes: readonly FileChange[]): Promise<readonly string[]> {
  const missing = new Set<string>();
  for (const { path, before } of changes) {
    const above = path.split('/').slice(0, before === undefined ? -1 : 0);
    for (const [i] of above.entries()) {
      const at = above.slice(0, i + 1).join('/');
      if ((await lstatOrNothing(join(folder, at))) === undefined) missing.add(at);
    }
  }
  return [...missing];
}

/** The real path of a file. Links are followed if they stay in the folder, as in reading. */
async function resolveLinks(root: string, path: string): Promise<string> {
  const target = await realpath(join(root, path)).catch((error: unknown) => {
    if (isAbsent(error)) return join(root, path);
    throw error;
  });
  if (target.startsWith(root + sep)) return target;
  throw new ChangeRefused(`${path} is now a link out of the content folder. Nothing was changed.`);
}

/** Makes the folders of a new file. Refuses a path through a symbolic link, which Stele would not read. */
async function makeFolders(folder: string, path: string, made: string[]): Promise<void> {
  let at = folder;
  for (const segment of path.split('/').slice(0, -1)) {
    at = join(at, segment);
    const found = await lstatOrNothing(at);
    if (found?.isDirectory()) continue;
    if (found)
      throw new ChangeRefused(`${relative(folder, at).split(sep).join('/')} is not a folder. Nothing was changed.`);
    await mkdir(at);
    made.push(at);
  }
}

async function lstatOrNothing(path: string) {
  return lstat(path).catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    throw error;
  });
}

/** Makes a hard link, or a copy if the file system has none. Never replaces a file. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}
