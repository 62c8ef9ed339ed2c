// A change of a file → what it takes to make it and to undo it, written beside the file's place. The file itself stays.

import { randomBytes } from 'node:crypto';
import { chmod, constants, copyFile, link, lstat, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isAbsent } from './disk-error.ts';
import { removeSurely } from './leftovers.ts';

/** A file that changes, or comes into being. */
export interface FileChange {
  /** From the folder, with `/`. */
  readonly path: string;
  /** Text as it was read; absent for a new file. */
  readonly before?: string;
  readonly after: string;
}

/** Why files are left as they are, in words for their owner. */
export class ChangeRefused extends Error {
  override readonly name = 'ChangeRefused';
}

/** How a file gets a second name and another place; tests give ones that fail. */
export interface FileMoves {
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly link: (from: string, to: string) => Promise<void>;
}

/** What is written beside a file's place, and what undoes its change. */
export interface PreparedChange {
  readonly target: string;
  readonly draft: string;
  /** Second name of the old file; absent for a new one. */
  readonly old?: string;
}

/**
 * Writes a change beside its place, with a second name for the file that stands there.
 * @param made takes the folders that were made for it
 * @throws ChangeRefused, or the system's error; but for folders nothing is left behind then
 */
export async function prepareChange(
  folder: string,
  change: FileChange,
  made: string[],
  moves: FileMoves,
): Promise<PreparedChange> {
  const target = change.before === undefined ? join(folder, change.path) : await behindLinks(folder, change.path);
  if (change.before === undefined) await makeFolders(folder, change.path, made);
  const name = join(dirname(target), `.${basename(target)}.${process.pid}-${randomBytes(4).toString('hex')}`);
  const found = await lstatOrNothing(target);
  if (change.before === undefined) {
    if (found) throw new ChangeRefused(`${change.path} exists already. Nothing was changed.`);
    return writeDraft({ target, draft: `${name}.new` }, change.after);
  }
  const bytes = found?.isFile() ? await readFile(target) : undefined;
  if (bytes === undefined || new TextDecoder().decode(bytes) !== change.before)
    throw new ChangeRefused(`${change.path} was changed by somebody else meanwhile. Nothing was changed.`);
  // A rename would replace the file all the same: who has made it read-only does not want that.
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

/** Where the file of a path lies: links are followed where they stay in the folder, as they were when it was read. */
async function behindLinks(folder: string, path: string): Promise<string> {
  const root = await realpath(folder);
  const target = await realpath(join(root, path)).catch((error: unknown) => {
    if (isAbsent(error)) return join(root, path);
    throw error;
  });
  if (target.startsWith(root + sep)) return target;
  throw new ChangeRefused(`${path} is a link out of the content folder now. Nothing was changed.`);
}

/** Makes the folders of a new file; refuses a way that leads through a symbolic link, which Stele would not read. */
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

/** A second name where the disk has such, else a copy; never over a file that is there. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}
