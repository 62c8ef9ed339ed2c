// Prepares a change of a file: writes a draft, and a second name for the old file, beside it. The file itself stays
// unchanged.

import { randomBytes } from 'node:crypto';
import { chmod, constants, copyFile, link, lstat, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isAbsent, removeSurely } from '../disk/index.ts';

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

/** The temporary files of a change, beside the changed file: one to make the change, one to undo it. */
export interface PreparedChange {
  readonly target: string;
  readonly draft: string;
  /** Second name of the old file; absent for a new one. */
  readonly old?: string;
}

/**
 * Writes the new text beside the file, and gives the old file a second name.
 * @param made receives the folders that were made
 * @throws ChangeRefused, or the system's error; then only new folders are left
 */
export async function prepareChange(
  folder: string,
  change: FileChange,
  made: string[],
  moves: FileMoves,
): Promise<PreparedChange> {
  const target = change.before === undefined ? join(folder, change.path) : await resolveLinks(folder, change.path);
  if (change.before === undefined) await makeFolders(folder, change.path, made);
  const name = join(dirname(target), `.${basename(target)}.${process.pid}-${randomBytes(4).toString('hex')}`);
  const found = await lstatOrNothing(target);
  if (change.before === undefined) {
    if (found) throw new ChangeRefused(`${change.path} exists already. Nothing was changed.`);
    return writeDraft({ target, draft: `${name}.new` }, change.after);
  }
  const bytes = found?.isFile() ? await readFile(target) : undefined;
  if (bytes === undefined || new TextDecoder().decode(bytes) !== change.before)
    throw new ChangeRefused(`${change.path} has changed since it was read. Nothing was changed.`);
  // A rename would replace even a read-only file. Its owner does not want that.
  if ((found!.mode & 0o222) === 0) throw new ChangeRefused(`${change.path} is read-only. Nothing was changed.`);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
  const prepared = { target, draft: `${name}.new`, old: `${name}.old` };
  await moves.link(target, prepared.old);
  try {
    return await writeDraft(prepared, mark + change.after, found!.mode);
  } catch (error) {
    await removeSurely(prepared.old);
    throw error;
  }
}

async function writeDraft(prepared: PreparedChange, text: string, mode?: number): Promise<PreparedChange> {
  try {
    await writeFile(prepared.draft, text, { flag: 'wx' });
    if (mode !== undefined) await chmod(prepared.draft, mode & 0o7777);
    return prepared;
  } catch (error) {
    await removeSurely(prepared.draft);
    throw error;
  }
}

/** The real path of a file. Links are followed if they stay in the folder, as in reading. */
async function resolveLinks(folder: string, path: string): Promise<string> {
  const root = await realpath(folder);
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
