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
}

const listFile = 'changes.json';
const siteFolder = 'site';
const beforeFolder = 'before';

/**
 * Makes all changes, or none if one of them fails.
 * @param buildFolder folder of the build, with the new files in its folder `site`
 * @param place folder of the site
 * @throws the system's error. The site is then as it was
 */
export function makeChanges(buildFolder: string, place: string, changes: SiteChanges): void {
  const undo: (() => void)[] = [];
  // Parts that fail before the list exists leave the site as it was.
  for (const path of [...changes.removed, ...changes.written]) keepBefore(buildFolder, place, path);
  const list = join(buildFolder, listFile);
  writeFileSync(`${list}.draft`, JSON.stringify(changes));
  moveNow(`${list}.draft`, list);
  try {
    for (const path of changes.removed) {
      undo.push(() => putBack(buildFolder, place, path));
      removeFile(place, path);
    }
    for (const path of changes.written) {
      undo.push(() => putBack(buildFolder, place, path));
      moveFile(buildFolder, place, path);
    }
  } catch (error) {
    for (const step of undo.toReversed()) tryStep(step);
    tryStep(() => removeNow(list));
    throw error;
  }
  // All changes are made. The list is removed with its folder.
  tryStep(() => removeNow(list));
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
    const { written, removed } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return isListOfPaths(written) && isListOfPaths(removed) ? { written, removed } : undefined;
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

/** Keeps a file of the site as it is, by a second name; by a copy where the file system has no such names. */
function keepBefore(buildFolder: string, place: string, path: string): void {
  const [from, to] = [join(place, path), join(buildFolder, beforeFolder, path)];
  if (!existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  addName(from, to);
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

function putBack(buildFolder: string, place: string, path: string): void {
  const before = join(buildFolder, beforeFolder, path);
  if (!existsSync(before)) return removeFile(place, path);
  mkdirSync(dirname(join(place, path)), { recursive: true });
  moveNow(before, join(place, path));
}

function moveFile(buildFolder: string, place: string, path: string): void {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  moveNow(join(buildFolder, siteFolder, path), join(place, path));
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
