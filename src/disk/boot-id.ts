// Changes inside of files that a loss of power may undo. A system may have written the new time of a file to the disk,
// but not yet the new bytes.

import { readFileSync } from 'node:fs';

/** Names the time since the last start of the system. */
export interface BootTime {
  readonly id: string;
  /** Milliseconds of the system's clock at which files were changed. */
  readonly at: number;
}

/** A text that differs after each start of the system; undefined if the system does not tell. */
export function readBootId(): string | undefined {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Call it when files have been changed. @returns undefined if the system does not tell when it started */
export function noteBoot(): BootTime | undefined {
  const id = readBootId();
  return id === undefined ? undefined : { id, at: Date.now() };
}

/** Whether changes of that time may be lost: the system has started again since. */
export function mayBeLost({ id }: BootTime): boolean {
  return id !== readBootId();
}

/** Systems write changes to the disk within minutes. */
const hour = 3_600_000;

/** Whether changes of that time are on the disk for certain, if the system has not started again since. */
export function isWritten({ at }: BootTime, now = Date.now()): boolean {
  return now - at > hour;
}
