// One build at a time for an output folder: a lock file beside it. A lock whose process has ended counts for nothing.

import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isAbsent } from './disk-error.ts';
import { isRunningProcess, keep, removeAtEnd } from './leftovers.ts';
import { FileChanged, withFile } from './open-file.ts';

/** Why no lock was got: another build has held it all the time. */
export class LockHeld extends Error {
  override readonly name = 'LockHeld';
}

/** Who builds: enough to tell whether the process is still there. */
interface Holder {
  readonly pid: number;
  /** When the process began, as far as the system tells: numbers of processes are used again. */
  readonly began: string;
  readonly host: string;
  /** Tells this lock from all others. */
  readonly id: string;
}

export interface Lock {
  release(): void;
}

export interface LockOptions {
  /** Called once with the number of the process that builds, where there is one. */
  readonly onWait: (pid: number) => void;
  /** Milliseconds after which waiting ends. */
  readonly patience?: number;
}

const pauseMilliseconds = 200;
const tenMinutes = 600_000;
/** A process of another machine cannot be looked at: its lock counts for so long. */
const hour = 3_600_000;

/**
 * Locks an output folder; waits while another build has it.
 * @throws LockHeld after the patience; the system's error where the lock cannot be written
 */
export async function lockOutput(place: string, { onWait, patience = tenMinutes }: LockOptions): Promise<Lock> {
  const file = lockFile(place);
  const me: Holder = {
    pid: process.pid,
    began: beganAt(process.pid),
    host: hostname(),
    id: randomBytes(8).toString('hex'),
  };
  for (let isTold = false, end = Date.now() + patience; ;) {
    if (tryLock(file, me)) return { release: () => unlock(file, me) };
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

/** Whether a build of this output folder is under way, in any process that can be looked at. */
export function isLocked(place: string): boolean {
  const holder = readHolder(lockFile(place));
  return holder !== undefined && isHeld(lockFile(place), holder);
}

function lockFile(place: string): string {
  return join(dirname(place), `.${basename(place)}.lock`);
}

/** Creates the lock with its whole content in one step. */
function tryLock(file: string, me: Holder): boolean {
  const draft = `${file}.${me.id}`;
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

/** Disks without second names, such as FAT. */
function mayLackLinks(error: unknown): boolean {
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** An unreadable lock: it counts as free. */
const nobody: Holder = { pid: 0, began: '', host: hostname(), id: '' };

/** Who holds a lock; undefined where there is none. @throws the system's error where it cannot be read */
function readHolder(file: string): Holder | undefined {
  try {
    const { pid, began, host, id } = (JSON.parse(withFile(file, (descriptor) => readFileSync(descriptor, 'utf8'))) ??
      {}) as Partial<Holder>;
    const isWhole = typeof pid === 'number' && [began, host, id].every((value) => typeof value === 'string');
    return isWhole ? { pid, began: began!, host: host!, id: id! } : nobody;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    // A damaged lock, or a pipe in its place.
    if (error instanceof SyntaxError || error instanceof FileChanged) return nobody;
    throw error;
  }
}

function isHeld(file: string, { pid, began, host }: Holder): boolean {
  if (host !== hostname()) return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < hour;
  return pid > 0 && isRunningProcess(pid) && beganAt(pid) === began;
}

/** Removes a dead lock; puts back a live one that has just replaced it. */
function breakLock(file: string, dead: Holder): void {
  const aside = `${file}.${randomBytes(8).toString('hex')}`;
  removeAtEnd(aside);
  try {
    renameSync(file, aside);
    if (readHolder(aside)?.id !== dead.id) linkSync(aside, file);
  } catch (error) {
    if (!isAbsent(error) && (error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
    keep(aside);
  }
}

function unlock(file: string, me: Holder): void {
  try {
    if (readHolder(file)?.id === me.id) rmSync(file, { force: true });
    keep(file);
  } catch {
    // Removed at the end of the process; else the next build sees that the process has ended.
  }
}

/** When a process began, in the system's own measure; empty where the system does not tell. */
function beganAt(pid: number): string {
  try {
    // The name of the process stands in parentheses and may hold anything; the 20th field behind it is the time.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function describeHeld(place: string, file: string, holder: Holder | undefined): string {
  const who = holder === undefined ? 'Another command' : `Process ${holder.pid} on ${holder.host}`;
  return `${who} is building into ${place}. Wait until it has ended, or choose another folder with --out. If there is no such process, remove ${file}.`;
}
