// The journal of a command that changes files of a folder: everything that it is about to change. If the command is
// killed, the next one that changes files there undoes the changes (undo-killed.ts), so that never only some are made.
//
// The journal is written before all else. When all files are in place, it gets another name: from then on, only
// temporary files are left to remove.

import { createHash, randomBytes } from 'node:crypto';
import { lstat, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { draftOf, isAbsent, move, removeSurely } from '../disk/index.ts';
import { asHolder, thisHolder, type Holder } from './holder.ts';

/** A change of a file. Paths are relative to the folder, with `/`. */
export interface JournalEntry {
  readonly path: string;
  /** The draft of the new text. */
  readonly draft: string;
  /** The second name of the file as it was; absent for a new file. */
  readonly old?: string | undefined;
  /** Hashes of the bytes before and after; the former is absent for a new file. */
  readonly before?: string | undefined;
  readonly after: string;
}

export interface Journal {
  readonly holder: Holder;
  /** Whether all files are in place. */
  readonly isDone: boolean;
  readonly files: readonly JournalEntry[];
  /** Folders that are made for new files, outer ones first. */
  readonly folders: readonly string[];
}

/** A journal that this command has written. */
export interface OpenJournal {
  /** Call it when all files are in place. @throws the system's error */
  commit(): Promise<void>;
  /** Removes the journal. Errors of the disk are ignored: the next command that changes files tries again. */
  end(): Promise<void>;
}

const journalName = /^\.stele-\d+-[\da-f]{8}\.(changing|changed)$/;

/** Whether a file is a journal, or a draft of one. */
export function isJournal(name: string): boolean {
  return journalName.test(name.replace(/\.\d+-[\da-f]+\.draft$/, ''));
}

/**
 * Writes a journal. Call it before any other file is written.
 * @param folder absolute path
 * @throws the system's error
 */
export async function beginJournal(
  folder: string,
  { files, folders }: Pick<Journal, 'files' | 'folders'>,
): Promise<OpenJournal> {
  const name = join(folder, `.stele-${process.pid}-${randomBytes(4).toString('hex')}`);
  const [changing, changed] = [`${name}.changing`, `${name}.changed`];
  const draft = draftOf(changing);
  try {
    await writeFile(draft, `${JSON.stringify({ holder: thisHolder(), files, folders })}\n`, { flag: 'wx' });
    await move(draft, changing);
  } catch (error) {
    await removeSurely(draft).catch(() => undefined);
    throw error;
  }
  let file = changing;
  return {
    async commit() {
      await move(changing, changed);
      file = changed;
    },
    end: () => removeSurely(file).catch(() => undefined),
  };
}

/**
 * @returns undefined if a file is no journal that Stele has written
 * @throws the system's error
 */
export async function readJournal(file: string): Promise<Journal | undefined> {
  const bytes = await readRegular(file);
  try {
    const found = JSON.parse(bytes?.toString('utf8') ?? '') as Readonly<Record<string, unknown>>;
    const holder = asHolder(found['holder']);
    const { files, folders } = found;
    const areLists = Array.isArray(files) && files.every(isEntry) && Array.isArray(folders) && folders.every(isText);
    return holder && areLists ? { holder, isDone: file.endsWith('.changed'), files, folders } : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is JournalEntry {
  const { path, draft, after, old, before } = value as Readonly<Record<string, unknown>>;
  const isNew = old === undefined && before === undefined;
  return [path, draft, after, ...(isNew ? [] : [old, before])].every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function hashOfBytes(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

/** The bytes of a regular file; undefined for everything else. @throws the system's error */
export async function readRegular(path: string): Promise<Buffer | undefined> {
  try {
    return (await lstat(path)).isFile() ? await readFile(path) : undefined;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
