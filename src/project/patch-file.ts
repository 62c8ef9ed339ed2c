// Replaces a few bytes of a file in place. For a change that all pages of a site show, new files would take ten times
// as long: the system has to find and free room for each of them.

import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** The same bytes of several files, and as many others. */
export interface Patch {
  readonly from: string;
  readonly to: string;
  /** Paths of the files, and the offsets of the bytes. */
  readonly places: readonly (readonly [path: string, at: number])[];
}

/** The smallest part of a file that systems keep in memory, in bytes. */
const partSize = 4096;

/**
 * Whether a change of these bytes can neither be stopped halfway nor be seen by others: the bytes are in one part of
 * the file that systems read and write at once, and the file has no other name.
 * @throws the system's error
 */
export function mayPatch(file: number, at: number, length: number): boolean {
  return Math.floor(at / partSize) === Math.floor((at + length - 1) / partSize) && fstatSync(file).nlink === 1;
}

/**
 * Replaces bytes of a file by as many others.
 * @returns false if the file has other bytes there: it then stays as it is
 * @throws the system's error
 */
export function patchFile(path: string, at: number, from: string, to: string): boolean {
  const file = openSync(path, 'r+');
  try {
    const found = Buffer.alloc(Buffer.byteLength(from));
    readSync(file, found, 0, found.length, at);
    if (found.toString() !== from) return false;
    writeSync(file, to, at);
    return true;
  } finally {
    closeSync(file);
  }
}

/** Whether a value that was read from the disk is a patch. Its paths are still to be judged. */
export function isPatch(value: unknown): value is Patch {
  const { from, to, places } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof from !== 'string' || typeof to !== 'string' || !Array.isArray(places)) return false;
  const isPlace = (place: unknown): boolean =>
    Array.isArray(place) && typeof place[0] === 'string' && Number.isSafeInteger(place[1]) && place[1] >= 0;
  return Buffer.byteLength(from) === Buffer.byteLength(to) && places.every(isPlace);
}
