// The process that has locked a folder, or changes its files, as it is written beside them: whether it still runs.

import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { isRunningProcess } from '../disk/index.ts';

export interface Holder {
  readonly pid: number;
  /** Start time of the process, if the system reports it, since process numbers are reused. */
  readonly began: string;
  readonly host: string;
  /** Identifies this lock. */
  readonly id: string;
}

/** The file of a process on another machine is valid for this time, since its process cannot be checked. */
const hour = 3_600_000;

/** This process, with a new identifier. */
export function thisHolder(): Holder {
  return { pid: process.pid, began: beganAt(process.pid), host: hostname(), id: randomBytes(8).toString('hex') };
}

/** The holder that a file names; undefined if a value is none. */
export function asHolder(value: unknown): Holder | undefined {
  const { pid, began, host, id } = (value ?? {}) as Partial<Holder>;
  const isWhole = typeof pid === 'number' && [began, host, id].every((each) => typeof each === 'string');
  return isWhole ? { pid, began: began!, host: host!, id: id! } : undefined;
}

/** @param file names the holder */
export function isHeld(file: string, { pid, began, host }: Holder): boolean {
  if (host !== hostname()) return isYoung(file);
  return pid > 0 && isRunningProcess(pid) && beganAt(pid) === began;
}

/** Whether a file was written in the last hour. */
function isYoung(file: string): boolean {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < hour;
}

/** Start time of a process, in the system's unit; empty if the system does not report it. */
function beganAt(pid: number): string {
  try {
    // The name of the process is in parentheses and may contain any character; the 20th field after it is the time.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
