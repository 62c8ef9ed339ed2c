// Allows one build at a time for an output folder, by a lock file beside it. A lock whose process has ended is ignored.

import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DiskFailed, findDiskError, isAbsent, isRunningProcess, keep, moveNow, removeAtEnd } from '../disk/index.ts';
import { asHolder, isHeld, thisHolder, type Holder } from './holder.ts';
import { FileChanged, withFile } from './open-file.ts';

/** Thrown if another build holds the lock for too long. */
export class LockHeld extends Error {
  override readonly name = 'LockHeld';
}

/** A lock that this process holds. */
export interface Lock {
  release(): void;
}

/** Options for waiting. */
export interface LockOptions {
  /** Called once with the number of the process that holds the lock. */
  readonly onWait: (pid: number) => void;
  /** Milliseconds after which waiting ends; ten minutes if absent. */
  readonly timeout?: number;
}

const pauseMilliseconds = 200;
const tenMinutes = 600_000;

/**
 * Locks an output folder; waits while another build holds the lock.
 * @throws LockHeld after `timeout`; DiskFailed if the lock cannot be written
 */
export async function lockOutput(place: string, { onWait, timeout = tenMinutes }: LockOptions): Promise<Lock> {
  const file = lockFile(place);
  const me = thisHolder();
  for (let isTold = false, end = Date.now() + timeout; ;) {
    if (tryLockAt(place, file, me)) return { release: () => unlock(file, me) };
    const holder = readHolder(file);
    if (holder !== undefined && !isHeld(file, holder)) {
      breakLock(file, holder);
      continue;
    }
    if (Date.now() >= end) throw new LockHeld(describeHeld(place, file, holder));
    if (!isTold && holder !== undefined) {
      onWait(holder.pid);
      isTold = true;
    }
    await new Promise((done) => setTimeout(done, pauseMilliseconds));
  }
}

/**
 * Takes the lock if it is free.
 * @throws DiskFailed with the output folder, because users do not know the lock file
 */
function tryLockAt(place: string, file: string, me: Holder): boolean {
  try {
    return tryLock(file, me);
  } catch (error) {
    const failed = findDiskError(error);
    throw failed === undefined ? error : new DiskFailed({ ...failed, path: place, use: 'written' }, error);
  }
}

/** Whether a build of this output folder is running. */
export function isLocked(place: string): boolean {
  const holder = readHolder(lockFile(place));
  return holder !== undefined && isHeld(lockFile(place), holder);
}

function lockFile(place: string): string {
  return join(dirname(place), `.${basename(place)}.lock`);
}

/** Creates the lock file with its content in one step. */
function tryLock(file: string, me: Holder): boolean {
  const draft = `${file}.${me.pid}-${me.id}`;
  removeAtEnd(draft);
  try {
    writeFileSync(draft, `${JSON.stringify(me)}\n`, { flag: 'wx' });
    removeAtEnd(file);
    try {
      linkSync(draft, file);
    } catch (error) {
      keep(file);
      if (!mayLackLinks(error)) throw error;
      writeFileSync(file, `${JSON.stringify(me)}\n`, { flag: 'wx' });
      removeAtEnd(file);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
    keep(draft);
  }
}

/** Whether an error may mean that the file system has no hard links, like FAT. */
function mayLackLinks(error: unknown): boolean {
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** Stands for an unreadable lock, which is ignored. */
const nobody: Holder = { pid: 0, began: '', host: hostname(), id: '' };

/**
 * The holder of a lock; undefined if there is no lock.
 * @throws the system's error if it cannot be read
 */
function readHolder(file: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(withFile(file, (descriptor) => readFileSync(descriptor, 'utf8')));
    return asHolder(value) ?? nobody;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    // The lock is damaged, or is not a file.
    if (error instanceof SyntaxError || error instanceof FileChanged) return nobody;
    throw error;
  }
}

/** Removes a stale lock. If a new lock has just replaced it, restores the new lock. */
function breakLock(file: string, dead: Holder): void {
  const aside = `${file}.${process.pid}-${randomBytes(8).toString('hex')}`;
  removeAtEnd(aside);
  try {
    moveNow(file, aside);
    if (readHolder(aside)?.id !== dead.id) linkSync(aside, file);
  } catch (error) {
    if (!isAbsent(error) && (error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
    keep(aside);
  }
}

/**
 * Removes what a process that was killed while it took or broke a lock has left beside it.
 * @param names of all files beside the output folder
 * @throws the system's error
 */
export function removeLeftDrafts(place: string, names: readonly string[]): void {
  const lock = basename(lockFile(place));
  for (const name of names) {
    const [, pid] = name.startsWith(`${lock}.`) ? (/^(\d+)-[\da-f]{16}$/.exec(name.slice(lock.length + 1)) ?? []) : [];
    if (pid === undefined) continue;
    const draft = join(dirname(place), name);
    const holder = readHolder(draft);
    // An incomplete draft may be one that is just being written.
    const isUsed = holder === nobody ? isRunningProcess(Number(pid)) : holder === undefined || isHeld(draft, holder);
    if (!isUsed) rmSync(draft, { force: true });
  }
}

function unlock(file: string, me: Holder): void {
  try {
    if (readHolder(file)?.id === me.id) rmSync(file, { force: true });
    keep(file);
  } catch {
    // The lock is removed when the process ends, or the next build sees that the process has ended.
  }
}

function describeHeld(place: string, file: string, holder: Holder | undefined): string {
  const who = holder === undefined ? 'Another command' : `Process ${holder.pid} on ${holder.host}`;
  return (
    `${who} is building into ${place}. Wait until it has ended, or choose another folder with --out. ` +
    `If there is no such process, remove ${file}.`
  );
}
