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
import { FileChanged } from './open-file.ts';
import { isPatch, patchFile, type Patch } from './patch-file.ts';

/** Paths of files from the top of a site. */
export interface SiteChanges {
  /** New files, and files with other bytes: they lie in the folder of the new site. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Files of the site that get other bytes: `replacedFile` gives their places. Each is in the site. */
  readonly replaced?: readonly string[] | undefined;
  /** Bytes of files of the site that are changed in place. */
  readonly patch?: Patch | undefined;
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
 * @throws the system's error. The site is then as it was; or `hasUnfinished` if the disk fails again while patched
 * files are restored, as a full one may: `finishChanges` then makes the rest
 */
export function makeChanges(buildFolder: string, place: string, changes: SiteChanges): void {
  const { written, removed, replaced = [] } = changes;
  const done: (Pick<Step, 'unmake'> & { readonly undo: () => void })[] = [];
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
  try {
    for (const { path, make, unmake } of listSteps(buildFolder, place, changes)) {
      // A file is patched or stays as it is.
      if (unmake === undefined) done.push({ undo: () => restore(befores.get(path), place, path) });
      make();
      if (unmake !== undefined) done.push({ unmake, undo: unmake });
    }
  } catch (error) {
    let isUndone = true;
    for (const { unmake, undo } of done.toReversed()) {
      isUndone = tryStep(undo) || unmake === undefined;
      // Nothing of the patched files is lost, and the new files are in place: the next command makes the rest.
      if (!isUndone) break;
    }
    if (isUndone) tryStep(() => removeNow(list));
    throw error;
  }
  // All changes are made. The list is removed with its folder.
  tryStep(() => removeNow(list));
}

/** Ignores an error: the one before is the one to report, or the step can be left to the next build. */
function tryStep(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    // The next build finds files that are not as they were written.
    return false;
  }
}

/** Whether changes could neither be finished nor undone: the folder of the build then has to stay. */
export function hasUnfinished(buildFolder: string): boolean {
  return existsSync(join(buildFolder, listFile));
}

/**
 * Makes the changes that a killed build has begun. Does nothing if there are none.
 * @throws the system's error
 */
export function finishChanges(buildFolder: string, place: string): void {
  const list = join(buildFolder, listFile);
  const changes = readChanges(list);
  if (changes === undefined) return;
  for (const { finish } of listSteps(buildFolder, place, changes)) finish();
  removeNow(list);
}

/** One of the changes. */
interface Step {
  readonly path: string;
  readonly make: () => void;
  /** Undoes the change, if this does not need the old file. */
  readonly unmake?: () => void;
  /** Makes the change if it was not made before the process was killed. */
  readonly finish: () => unknown;
}

/**
 * All changes. Files are removed last, because pages name them until they are changed; first if they are in the way.
 */
function* listSteps(buildFolder: string, place: string, changes: SiteChanges): Iterable<Step> {
  const { written, removed, replaced = [], patch } = changes;
  const remove = (path: string): Step => {
    const make = (): void => removeFile(place, path);
    return { path, make, finish: make };
  };
  const move = (path: string, file: string): Step => {
    const make = (): void => moveTo(file, place, path);
    // A file that is no longer here has been moved.
    return { path, make, finish: () => existsSync(file) && make() };
  };
  const blocking = findBlocking(removed, written);
  for (const path of blocking) yield remove(path);
  for (const path of written) yield move(path, join(buildFolder, siteFolder, path));
  for (const [i, path] of replaced.entries()) yield move(path, join(buildFolder, replacedFile(i)));
  for (const [path, at] of patch?.places ?? []) yield patchStep(place, path, at, patch!);
  for (const path of removed) if (!blocking.has(path)) yield remove(path);
}

function patchStep(place: string, path: string, at: number, { from, to }: Patch): Step {
  const file = join(place, path);
  return {
    path,
    make: () => {
      if (!patchFile(file, at, from, to))
        throw new FileChanged(`${path} of the site was changed by another program. Run the command again.`);
    },
    unmake: () => void patchFile(file, at, to, from),
    finish: () => {
      try {
        patchFile(file, at, from, to);
      } catch (error) {
        // Another program has removed the file since.
        if (!isAbsent(error)) throw error;
      }
    },
  };
}

/** The removed files that are in the way of new ones: one has the path of a folder of the other. */
function findBlocking(removed: readonly string[], written: readonly string[]): ReadonlySet<string> {
  const [files, folders] = [new Set(written), new Set(written.flatMap(foldersAbove))];
  return new Set(removed.filter((path) => folders.has(path) || foldersAbove(path).some((folder) => files.has(folder))));
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
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
    const { written, removed, replaced = [], patch } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const patched = isPatch(patch) ? patch.places.map(([path]) => path) : patch === undefined ? [] : undefined;
    const isList = [written, removed, replaced, patched].every(isListOfPaths);
    return isList ? ({ written, removed, replaced, patch } as SiteChanges) : undefined;
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
    const found = statSync(file, { throwIfNoEntry: false });
    // A folder is in the way of a new file until the files in it are removed.
    if (found === undefined || found.isDirectory()) return false;
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

function moveTo(file: string, place: string, path: string): void {
  try {
    moveNow(file, join(place, path));
  } catch (error) {
    if (!isAbsent(error)) throw error;
    mkdirSync(dirname(join(place, path)), { recursive: true });
    moveNow(file, join(place, path));
  }
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
