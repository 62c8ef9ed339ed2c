// Changes single files of a site in place. The new files lie in the folder of the build, beside a list of all changes.
// If the process is killed meanwhile, `finishChanges` of the next command makes the rest of the changes.

import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isAbsent, moveNow, removeNow } from '../disk/index.ts';

/** Paths of files from the top of a site. */
export interface SiteChanges {
  /** New files, and files with other bytes: they lie in the folder of the new site. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Files of the site that get other bytes: `replacedFile` gives their places. Each is in the site. */
  readonly replaced?: readonly string[] | undefined;
}

const listFile = 'changes.json';
const siteFolder = 'site';
const beforeFolder = 'before';

/**
 * Path of the new bytes of a replaced file, below the folder of the build: in one folder, because making and removing a
 * folder for each page would take longer than the page.
 * @param index in `SiteChanges.replaced`
 */
export function replacedFile(index: number): string {
  return `replaced/${index}`;
}

/**
 * Makes all changes, or none if one of them fails.
 * @param buildFolder folder of the build, with the new files in its folder `site`
 * @param place folder of the site
 * @throws the system's error. The site is then as it was
 */
export function makeChanges(buildFolder: string, place: string, changes: SiteChanges): void {
  const { written, removed, replaced = [] } = changes;
  const undo: (() => void)[] = [];
  const befores = new Map<string, string>();
  // Parts that fail before the list exists leave the site as it was.
  mkdirSync(join(buildFolder, beforeFolder), { recursive: true });
  for (const path of [...removed, ...written, ...replaced]) {
    const before = join(buildFolder, beforeFolder, String(befores.size));
    if (keepBefore(join(place, path), before)) befores.set(path, before);
  }
  const list = join(buildFolder, listFile);
  writeFileSync(`${list}.draft`, JSON.stringify(changes));
  moveNow(`${list}.draft`, list);
  const putBack = (path: string) => (): void => restore(befores.get(path), place, path);
  try {
    for (const path of removed) {
      undo.push(putBack(path));
      removeFile(place, path);
    }
    for (const path of written) {
      undo.push(putBack(path));
      moveFile(buildFolder, place, path);
    }
    for (const [i, path] of replaced.entries()) {
      undo.push(putBack(path));
      moveNow(join(buildFolder, replacedFile(i)), join(place, path));
    }
  } catch (error) {
    for (const step of undo.toReversed()) tryStep(step);
    tryStep(() => removeNow(list));
    throw error;
  }
  // All changes are made. What is left is removed with its folder.
  tryStep(() => {
    removeNow(list);
    for (const before of befores.values()) unlinkSync(before);
  });
}

/** Ignores an error: the one before is the one to report, or the step can be left to the next build. */
function tryStep(step: () => void): void {
  try {
    step();
  } catch {
    // The next build finds files that are not as they were written.
  }
}

/**
 * Makes the changes that a killed build has begun. Does nothing if there are none.
 * @throws the system's error
 */
export function finishChanges(buildFolder: string, place: string): void {
  const list = join(buildFolder, listFile);
  const changes = readChanges(list);
  if (changes === undefined) return;
  for (const path of changes.removed) removeFile(place, path);
  for (const path of changes.written) {
    // A file that is no longer here has been moved.
    if (existsSync(join(buildFolder, siteFolder, path))) moveFile(buildFolder, place, path);
  }
  for (const [i, path] of (changes.replaced ?? []).entries()) {
    const file = join(buildFolder, replacedFile(i));
    if (existsSync(file)) moveTo(file, place, path);
  }
  removeNow(list);
}

function readChanges(list: string): SiteChanges | undefined {
  let text: string;
  try {
    text = readFileSync(list, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
  try {
    const { written, removed, replaced = [] } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return [written, removed, replaced].every(isListOfPaths)
      ? ({ written, removed, replaced } as SiteChanges)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Only paths inside of the site are changed, whoever wrote the list. */
function isListOfPaths(value: unknown): value is readonly string[] {
  const isInside = (path: unknown): boolean =>
    typeof path === 'string' && path !== '' && path.split(/[/\\]/).every((part) => !['', '.', '..'].includes(part));
  return Array.isArray(value) && value.every(isInside);
}

/**
 * Keeps a file of the site as it is, by a second name; by a copy where the file system has no such names.
 * @returns whether there is such a file
 */
function keepBefore(file: string, before: string): boolean {
  try {
    addName(file, before);
    return true;
  } catch (error) {
    if (isAbsent(error) && !existsSync(file)) return false;
    throw error;
  }
}

/**
 * Gives a file a second name, which stays whole when the first one is removed; makes a copy with the same times if the
 * file system has no such names.
 * @throws the system's error
 */
export function addName(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }
}

/** Puts back a file as it was; removes it if there was none. */
function restore(before: string | undefined, place: string, path: string): void {
  if (before === undefined) removeFile(place, path);
  else if (existsSync(before)) moveTo(before, place, path);
}

function moveFile(buildFolder: string, place: string, path: string): void {
  moveTo(join(buildFolder, siteFolder, path), place, path);
}

function moveTo(file: string, place: string, path: string): void {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  moveNow(file, join(place, path));
}

/** Removes a file, and the folders that are empty without it. */
function removeFile(place: string, path: string): void {
  removeNow(join(place, path));
  for (let folder = dirname(path); folder !== '.' && folder !== sep; folder = dirname(folder)) {
    try {
      rmdirSync(join(place, folder));
    } catch {
      return;
    }
  }
}
